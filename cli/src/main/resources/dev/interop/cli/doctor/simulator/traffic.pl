# Both endpoints of the simulator's self-test. They print what they send and see; the judgement is elsewhere.
use strict;
use warnings;
use Socket qw(:DEFAULT :addrinfo inet_ntop inet_pton IPPROTO_IPV6 IPV6_V6ONLY pack_sockaddr_in6 unpack_sockaddr_in6);

use constant { PROBE => 443, ECHO => 7, SINK => 9, SOURCE => 19, BUFFER => 4 << 20, SO_RCVBUFFORCE => 33 };
# The numbers of the packets that end what the server was asked for, and that go to a sender's old endpoint.
use constant { DONE => 0, OLD => 0xffffffff };
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
    for my $port (PROBE, ECHO, SINK, SOURCE) {
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
            $address = inet_ntop(AF_INET6, $address);
            my $family = $address =~ /^::ffff:/ ? 4 : 6;
            if ($port == SOURCE) {
                asked($socket, $packet, $peer, $family);
                next;
            }
            printf "got %d %.3f %d %s %s\n", $port, ms(), $from, $address, unpack('H*', substr($packet, 0, 60));
            if ($port == ECHO) {
                send($socket, $packet, 0, $peer);
                moved($socket, $peer, $family);
            }
        }
    }
}

# Sends a packet to the endpoint from which the client sent before, if that is another one.
my (%last, %old);

sub moved {
    my ($socket, $peer, $family) = @_;
    if (defined $last{$family} && $last{$family} ne $peer) {
        send($socket, pack('N', OLD) x 15, 0, $last{$family});
        printf "old %d %d\n", $family, ++$old{$family};
    }
    $last{$family} = $peer;
}

# Sends what the client asks for, and then, behind an empty queue, that this was all.
sub asked {
    my ($socket, $packet, $peer, $family) = @_;
    my $send = sub { send($socket, $_[0], 0, $peer) };
    my ($what, $count) = split ' ', $packet;
    if ($what eq 'rate') {
        steadily($send, $family);
    } else {
        at_once($send, $family, $count);
    }
    pause(200);
    $send->(pack('N', DONE));
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
sub steadily {
    my ($send, $family) = @_;
    my $packet = payload($family, 1);
    my $start = ms();
    for my $number (1 .. 2000) {
        $send->($packet);
        pause($start + $number * 0.6 - ms());
    }
}

# As many packets at once, as fast as possible; prints how long that took.
sub at_once {
    my ($send, $family, $count) = @_;
    my $packet = payload($family, 2);
    my $start = ms();
    $send->($packet) for 1 .. $count;
    printf "burst %d %.3f\n", $family, ms() - $start;
}

sub rate {
    my ($family) = @_;
    my $socket = connected($family, SINK);
    steadily(sub { send($socket, $_[0], 0) }, $family);
    pause(300);
}

sub burst {
    my ($family, $count) = @_;
    my $socket = connected($family, SINK);
    at_once(sub { send($socket, $_[0], 0) }, $family, $count);
    pause(500);
}

# Asks the server for a rate or a burst, and takes what comes.
sub ask {
    my ($family, $what, $count) = @_;
    my $socket = connected($family, SOURCE);
    send($socket, join(' ', $what, $count // 0), 0);
    while (readable($socket, 3000)) {
        recv($socket, my $packet, 4096, 0);
        my $number = unpack('N', $packet);
        last if $number == DONE;
        printf "took %d %d %.3f\n", $family, $number, ms();
    }
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
            replies($family, $sockets{$family}, 0);
        }
        pause($start + $step * $gap - ms());
    }
    print "sent $number\n";
    replies($_, $sockets{$_}, 300) for sort keys %sockets;
    printf "old %d %d\n", $_, $old{$_} // 0 for sort keys %sockets;
}

sub replies {
    my ($family, $socket, $ms) = @_;
    while (readable($socket, $ms)) {
        recv($socket, my $reply, 4096, 0);
        if ($reply eq pack('N', OLD) x 15) {
            ++$old{$family};
            next;
        }
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
my %steps = (rtt => \&rtt, rate => \&rate, burst => \&burst, ask => \&ask, flow => \&flow, negotiation => \&negotiation);
for my $step (split ' ', $ENV{TRAFFIC}) {
    my ($name, @arguments) = split /:/, $step;
    $steps{$name}->(@arguments);
}
