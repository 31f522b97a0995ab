#!/usr/bin/perl
# The answerer: sends each datagram back (RFC 862). FAULT=shout has it send capital letters.
use strict;
use warnings;
use IO::Socket::INET;

exit 127 if ($ENV{TESTCASE} // '') !~ /^(echo|lossy-echo)$/;

system('/setup.sh') == 0 or die "no routes\n";
my $socket = IO::Socket::INET->new(Proto => 'udp', LocalPort => 7) or die "no socket: $@\n";
$SIG{TERM} = sub { exit 0 };
while (defined $socket->recv(my $words, 1500)) {
    $words = uc $words if ($ENV{FAULT} // '') eq 'shout';
    $socket->send($words);
}
