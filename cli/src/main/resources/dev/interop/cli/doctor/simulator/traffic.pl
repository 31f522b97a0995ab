# Both endpoints of the simulator's self-test. They print what they send and see; the judgement is elsewhere.
use strict;
use warnings;
use Socket qw(:DEFAULT :addrinfo inet_ntop inet_pton IPPROTO_IPV6 IPV6_V6ONLY pack_sockaddr_in6 unpack_sockaddr_in6);

use constant { PROBE => 443, ECHO => 7, SINK => 9, BUFFER => 4 << 20, SO_RCVBUFFORCE => 33 };
$| = 0;

# CLOCK_MONOTONIC; this Perl has no Time::HiRes.
my $call = `uname -m` =~ /aarch64/ ? 113 : 228;

sub ms {
    my $time = pack('q2', 0, 0);
    syscall($call, 1, $time);
    my ($seconds, $nanoseconds) = unpack('q2', $time);
    return $seconds * 1000 + $nanoseconds / 1e6;
}

sub pause { select(undef, undef, undef, $_[0] / 1000) if $_[0] > 0 }

# Whether something comes within these milliseconds.
sub readable {
    my ($socket, $ms) = @_;
    my $bits = '';
    vec($bits, fileno($socket), 1) = 1;
    return select($bits, undef, undef, $ms / 1000) > 0;
}

sub server {
    my %ports;
    my $all = '';
    for my $port (PROBE, ECHO, SINK) {
        socket(my $socket, PF_INET6, SOCK_DGRAM, 0) or die "socket: $!";
        setsockopt($socket, IPPROTO_IPV6, IPV6_V6ONLY, 0);
        setsockopt($socket, SOL_SOCKET, SO_RCVBUFFORCE, BUFFER);
        bind($socket, pack_sockaddr_in6($port, Socket::IN6ADDR_ANY)) or die "bind: $!";
        vec($all, fileno($socket), 1) = 1;
        $ports{$port} = $socket;
    }
    $SIG{TERM} = $SIG{INT} = sub { $| = 1; print ''; exit 0 };
    while (1) {
        my $ready = $all;
        if (select($ready, undef, undef, 0.1) <= 0) {
            $| = 1; print ''; $| = 0;
            next;
        }
        for my $port (keys %ports) {
            my $socket = $ports{$port};
            next unless vec($ready, fileno($socket), 1);
            my $peer = recv($socket, my $packet, 4096, 0);
            next unless defined $peer;
            if ($port == PROBE) {
                probed($socket, $packet, $peer);
                next;
            }
            my ($from, $address) = unpack_sockaddr_in6($peer);
            printf "got %d %.3f %d %s %s\n", $port, ms(), $from, inet_ntop(AF_INET6, $address),
                unpack('H*', substr($packet, 0, 60));
            send($socket, $packet, 0, $peer) if $port == ECHO;
        }
    }
}

# Answers an unknown version with Version Negotiation (RFC 9000 section 17.2.1).
sub probed {
    my ($socket, $packet, $peer) = @_;
    return if length($packet) < 1200 || !(ord($packet) & 0x80);
    my ($destination, $source) = unpack('x5 C/a C/a', $packet);
    send($socket, pack('C N C/a C/a N', 0x80, 0, $source, $destination, 1), 0, $peer);
}

sub connected {
    my ($family, $port) = @_;
    my ($error, $found) = getaddrinfo($family == 4 ? 'server4' : 'server6', $port, { socktype => SOCK_DGRAM });
    die "server$family: $error" if $error;
    socket(my $socket, $found->{family}, SOCK_DGRAM, 0) or die "socket: $!";
    setsockopt($socket, SOL_SOCKET, SO_RCVBUFFORCE, BUFFER);
    connect($socket, $found->{addr}) or die "connect: $!";
    return $socket;
}

# The shortest of twenty round trips.
sub rtt {
    my ($family) = @_;
    my $socket = connected($family, ECHO);
    my $least;
    for (1 .. 20) {
        my $start = ms();
        send($socket, 'p' x 60, 0);
        next unless readable($socket, 2000);
        recv($socket, my $reply, 4096, 0);
        my $took = ms() - $start;
        $least = $took if !defined $least || $took < $least;
    }
    printf "rtt %d %.3f\n", $family, $least if defined $least;
}

# A payload with which a packet has 1200 bytes, headers included; it repeats a number.
sub payload {
    my ($family, $number) = @_;
    return pack('N', $number) x ($family == 4 ? 293 : 288);
}

# More than the link carries for a while: a packet each 0.6 ms.
sub rate {
    my ($family) = @_;
    my $socket = connected($family, SINK);
    my $packet = payload($family, 1);
    my $start = ms();
    for my $number (1 .. 2000) {
        send($socket, $packet, 0);
        pause($start + $number * 0.6 - ms());
    }
    pause(300);
}

# As many packets at once, as fast as possible.
sub burst {
    my ($family, $count) = @_;
    my $socket = connected($family, SINK);
    my $packet = payload($family, 2);
    my $start = ms();
    send($socket, $packet, 0) for 1 .. $count;
    printf "burst %d %.3f\n", $family, ms() - $start;
    pause(500);
}

# Numbered packets to the echo, of each family at each step; the number is repeated, so that an altered byte hides none.
sub flow {
    my ($families, $count, $gap) = @_;
    my %sockets = map { $_ => connected($_, ECHO) } split //, $families;
    my $number = 0;
    my $start = ms();
    for my $step (1 .. $count) {
        for my $family (sort keys %sockets) {
            send($sockets{$family}, pack('N', ++$number) x 15, 0);
            replies($sockets{$family}, 0);
        }
        pause($start + $step * $gap - ms());
    }
    print "sent $number\n";
    replies($_, 300) for values %sockets;
}

sub replies {
    my ($socket, $ms) = @_;
    while (readable($socket, $ms)) {
        recv($socket, my $reply, 4096, 0);
        print 'back ', unpack('H*', substr($reply, 0, 60)), "\n";
    }
}

# Version Negotiation packets.
sub negotiation {
    my ($family, $count) = @_;
    my $socket = connected($family, SINK);
    for (1 .. $count) {
        send($socket, pack('C N', 0x80, 0) . 'v' x 55, 0);
        pause(1);
    }
    pause(100);
}

if ($ENV{ROLE} eq 'server') {
    server();
}
my %steps = (rtt => \&rtt, rate => \&rate, burst => \&burst, flow => \&flow, negotiation => \&negotiation);
for my $step (split ' ', $ENV{TRAFFIC}) {
    my ($name, @arguments) = split /:/, $step;
    $steps{$name}->(@arguments);
}
