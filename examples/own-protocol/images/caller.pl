#!/usr/bin/perl
# The caller: sends WORDS to the answerer, up to ATTEMPTS times, and writes the answer to /downloads/answer.txt.
use strict;
use warnings;
use IO::Socket::INET;

exit 127 if ($ENV{TESTCASE} // '') !~ /^(echo|lossy-echo)$/;

system('/setup.sh') == 0 or die "no routes\n";
system('/wait-for-it.sh', 'sim:57832', '-s', '-t', '30') == 0 or die "no simulator\n";

my $socket = IO::Socket::INET->new(Proto => 'udp', PeerAddr => 'server4', PeerPort => 7) or die "no socket: $@\n";
for my $attempt (1 .. $ENV{ATTEMPTS}) {
    # Nobody may listen yet; then this fails, as a later one does not.
    $socket->send($ENV{WORDS});
    print "attempt $attempt\n";
    vec(my $readable = '', $socket->fileno, 1) = 1;
    next unless select($readable, undef, undef, 0.3);
    next unless defined $socket->recv(my $answer, 1500);
    open my $file, '>', '/downloads/answer.txt' or die "cannot write: $!\n";
    print $file $answer;
    close $file or die "cannot write: $!\n";
    exit 0;
}
print STDERR "no answer\n";
exit 1;
