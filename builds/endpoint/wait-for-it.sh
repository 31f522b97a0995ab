#!/usr/bin/perl
# Waits until a TCP port accepts:  /wait-for-it.sh HOST:PORT [-s] [-q] [-t SECONDS] [-- COMMAND [ARGUMENT…]]
# Takes the options of the well-known script of this name. It is Perl, which every Debian has, because a shell can
# neither limit a single attempt nor poll without starting processes.
use strict;
use warnings;
use Errno;
use IO::Handle;
use Socket qw(:DEFAULT getaddrinfo IPPROTO_TCP SOCK_STREAM);

use constant POLL_SECONDS    => 0.01;
use constant ATTEMPT_SECONDS => 0.1;

my ($host, $port);
my ($strict, $quiet, $limit) = (0, 0, 15);
my @command;

while (@ARGV) {
    my $argument = shift @ARGV;
    if    ($argument eq '--')                             { @command = @ARGV; last }
    elsif ($argument =~ /^(?:-s|--strict)$/)              { $strict = 1 }
    elsif ($argument =~ /^(?:-q|--quiet)$/)               { $quiet  = 1 }
    elsif ($argument =~ /^(-t|-h|-p)$/)                   { set($1, shift @ARGV) }
    elsif ($argument =~ /^-(-timeout|-host|-port)=(.*)$/) { set(substr($1, 0, 2), $2) }
    elsif ($argument =~ /^\[?([^\[\]]+?)\]?:(\d+)$/)      { ($host, $port) = ($1, $2) }
    else                                                  { usage("unknown argument '$argument'") }
}
usage('a host and a port are needed') unless defined $host && defined $port;

my $start = uptime();
my $open  = 0;
until ($open = accepts($host, $port)) {
    last if $limit > 0 && uptime() - $start >= $limit;
    select undef, undef, undef, POLL_SECONDS;
}
my $waited = sprintf '%.2f s', uptime() - $start;
unless ($quiet) {
    print STDERR $open
        ? "wait-for-it: $host:$port accepts after $waited\n"
        : "wait-for-it: $host:$port did not accept within $waited\n";
}
if (@command && ($open || !$strict)) {
    exec { $command[0] } @command or die "wait-for-it: $command[0]: $!\n";
}
exit($open ? 0 : 124);

sub set {
    my ($option, $value) = @_;
    usage("$option needs a value") unless defined $value && length $value;
    if    ($option eq '-h') { $host = $value }
    elsif ($value !~ /^\d+$/) { usage("'$value' is not a number") }
    elsif ($option eq '-p') { $port  = $value }
    else                    { $limit = $value }
}

# Debian's smallest Perl has no clock finer than a second.
sub uptime {
    open my $file, '<', '/proc/uptime' or die "wait-for-it: /proc/uptime: $!\n";
    return (split ' ', <$file>)[0];
}

# A SYN that was lost would be sent again only after 1 s, so each attempt is short and uses a new socket.
sub accepts {
    my ($name, $service) = @_;
    my ($error, @addresses) = getaddrinfo($name, $service, { socktype => SOCK_STREAM });
    return 0 if $error;
    for my $address (@addresses) {
        socket(my $socket, $address->{family}, SOCK_STREAM, IPPROTO_TCP) or next;
        $socket->blocking(0);
        return 1 if connect $socket, $address->{addr};
        next unless $!{EINPROGRESS};
        my $writable = '';
        vec($writable, fileno $socket, 1) = 1;
        next unless select undef, $writable, undef, ATTEMPT_SECONDS;
        return 1 if unpack('i', getsockopt($socket, SOL_SOCKET, SO_ERROR)) == 0;
    }
    return 0;
}

sub usage {
    print STDERR "wait-for-it: $_[0]\n",
        "usage: wait-for-it.sh HOST:PORT [-s] [-q] [-t SECONDS] [-- COMMAND [ARGUMENT...]]\n";
    exit 1;
}
