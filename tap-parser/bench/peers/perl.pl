# Reads a file with TAP::Parser, diagnostics parsed, and prints the counts.
use strict;
use warnings;
use TAP::Parser;

open my $in, '<', $ARGV[0] or die "$ARGV[0]: $!";
my $parser = TAP::Parser->new({ source => $in });
my $points = 0;
while (my $result = $parser->next) {
    $points++ if $result->is_test;
}
printf "%d points, %s\n", $points, $parser->has_problems ? 'not ok' : 'ok';
