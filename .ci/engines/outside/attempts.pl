#!/usr/bin/perl
# Tries to reach the machine, its other networks and other lanes, and says what answered. Each packet carries ESCAPE, the
# number of the lane's network and the kind of the attempt, so that the watchers (watch.py) know whose it is.
use strict;
use warnings;
use Socket qw(:DEFAULT inet_pton inet_ntop AF_INET6 getaddrinfo SOCK_RAW);
use Errno;

use constant { ETH_P_ALL => 0x0003, AF_PACKET => 17, SIOCGIFHWADDR => 0x8927, ANNOUNCED => 0x0842, PORT => 7777 };
$| = 1;

my ($own4) = `ip -o -4 address show dev eth0` =~ /inet ([\d.]+)/ or die "no address\n";
my $lane = (split /\./, $own4)[2];
my $number = $lane % 100;
my ($index) = `ip -o link show dev eth0` =~ /^(\d+)/;
socket(my $raw, AF_PACKET, SOCK_RAW, unpack 'S', pack 'n', ETH_P_ALL) or die "raw: $!\n";
my $at = pack 'SnlSCCx8', AF_PACKET, ETH_P_ALL, $index, 0, 0, 0;
my $own_mac = pack 'H*', `cat /sys/class/net/eth0/address` =~ s/[:\s]//gr;

# The watchers tell the bridge's hardware address, which an endpoint might guess.
my $bridge = announced();
printf "OUTSIDE lane %d bridge %s\n", $lane, $bridge ? join ':', unpack '(H2)*', $bridge : 'unknown';

my @world4 = qw(192.0.2.1 198.51.100.1 198.51.100.2 203.0.113.9);
my @world6 = qw(2001:db8:1::1 2001:db8:1::9 2001:db8:ffff::9);
my @machine4 = ('192.0.2.2', '172.17.0.1', "193.167.$lane.1");
my @machine6 = ('2001:db8:1::2', "fd00:cafe:cafe:${lane}::1", 'fe80::1');
my $opposite = $lane < 100 ? $lane + 100 : $lane - 100;
my @lanes4 = map { my $octet = $_; map { "193.167.$octet.$_" } 1, 2, 90, 100 } grep { $_ != $lane } 0 .. 3, 100 .. 103;
my @lanes6 = map { my $octet = $_; map { "fd00:cafe:cafe:${octet}::$_" } 1, 2, 90, 100 } grep { $_ != $lane } 0 .. 3, 100 .. 103;

# 1: what the kernel does by itself: the lane's gateways, link-local and group addresses.
plain('gateway', "193.167.$lane.1", "193.167.$lane.254", "193.167.$lane.255", "fd00:cafe:cafe:${lane}::1",
    "fd00:cafe:cafe:${lane}::fe", 'fe80::1%eth0', 'ff02::1%eth0', 'ff02::2%eth0', 'ff02::fb%eth0', '224.0.0.1', '224.0.0.251');
# 2: names, by the engine's resolver and by the machine's.
name_server($_) for '127.0.0.11', '192.0.2.1', '172.17.0.1';
# 3: without a route.
plain('no-route', @world4, @world6, @machine4, @lanes4, @lanes6);
if ($bridge) {
    # 4: by routes over the bridge.
    my $mac = join ':', unpack '(H2)*', $bridge;
    for (['-4', "193.167.$lane.77"], ['-6', "fd00:cafe:cafe:${lane}::77"], ['-6', 'fe80::77']) {
        my ($family, $next) = @$_;
        system "ip $family neigh replace $next lladdr $mac dev eth0 nud permanent; ip $family route replace default via $next dev eth0";
        plain("by-bridge$family", $family eq '-4' ? (@world4, @machine4, @lanes4) : (@world6, @machine6[0, 1], @lanes6));
        system "ip $family route del default; ip $family neigh del $next dev eth0";
    }
    system "ip -6 neigh replace fe80::1 lladdr $mac dev eth0 nud permanent";
    plain('link-local', 'fe80::1%eth0');
    system 'ip -6 neigh del fe80::1 dev eth0';
    # 5: frames of its own making: to the bridge, to everybody, and to the addresses that 802.1Q reserves.
    my %to = (bridge => $bridge, all => "\xff" x 6, group => "\x01\0\x5e\0\0\1", group6 => "\x33\x33\0\0\0\1",
        map { sprintf('reserved%02x', $_) => "\x01\x80\xc2\0\0" . chr $_ } 0 .. 3, 0xe, 0xf);
    for my $how (sort keys %to) {
        for my $source ($own4, '127.0.0.1', '172.17.0.9', '192.0.2.1', '0.0.0.0') {
            frame($to{$how}, "\x08\0", udp4($source, $_, "frame-$how")) for @world4, @machine4, '127.0.0.1', '255.255.255.255', '224.0.0.251', @lanes4;
        }
        for my $source ("fd00:cafe:cafe:${lane}::100", 'fe80::99', '2001:db8:1::1', '::1') {
            frame($to{$how}, "\x86\xdd", udp6($source, $_, "frame6-$how")) for @world6, @machine6, '::1', 'ff02::1', 'ff02::fb', @lanes6;
        }
        # Tagged, twice tagged, in a tunnel, in two fragments.
        my $packet = udp4($own4, '198.51.100.1', "tagged-$how");
        frame($to{$how}, "\x81\0", "\0\0\x08\0" . $packet);
        frame($to{$how}, "\x81\0", "\0\1\x08\0" . $packet);
        frame($to{$how}, "\x88\xa8", "\0\0\x81\0\0\0\x08\0" . $packet);
        frame($to{$how}, "\x08\0", ip4($own4, '192.0.2.2', 4, udp4($own4, '198.51.100.1', "tunnel-$how")));
        frame($to{$how}, "\x08\0", ip4($own4, '192.0.2.2', 47, "\0\0\x08\0" . udp4($own4, '198.51.100.1', "gre-$how")));
        my $whole = substr(udp4($own4, '198.51.100.1', "fragment-$how" . 'x' x 64), 20);
        frame($to{$how}, "\x08\0", ip4($own4, '198.51.100.1', 17, substr($whole, 0, 48), 0x2000));
        frame($to{$how}, "\x08\0", ip4($own4, '198.51.100.1', 17, substr($whole, 48), 6));
        # A redirect of neighbours: the gateway is me.
        frame($to{$how}, "\x08\x06", "\0\1\x08\0\6\4\0\2$own_mac" . inet_aton('172.17.0.1') . "$own_mac" . inet_aton('192.0.2.2'));
    }
    # 6: another hardware address, so that the bridge learns a wrong port.
    frame("\xff" x 6, "\x08\0", udp4($own4, '198.51.100.1', 'as-bridge'), $bridge);
}
print "OUTSIDE tried\n";

sub announced {
    my $end = time + 3;
    setsockopt($raw, SOL_SOCKET, SO_RCVTIMEO, pack('qq', 1, 0));
    bind($raw, $at);
    while (time < $end) {
        recv($raw, my $frame, 2000, 0) // next;
        return substr $frame, 6, 6 if length $frame > 14 && unpack('n', substr $frame, 12, 2) == ANNOUNCED;
    }
    return '';
}

# A datagram, an echo request and a connection to each address, all at once.
sub plain {
    my ($how, @addresses) = @_;
    my @open;
    for my $address (@addresses) {
        for my $kind (SOCK_DGRAM, SOCK_STREAM) {
            my ($error, $found) = getaddrinfo($address, PORT, { socktype => $kind });
            next if $error || !$found;
            socket(my $s, $found->{family}, $kind, 0) or next;
            setsockopt($s, SOL_SOCKET, SO_BROADCAST, 1);
            $s->blocking(0);
            if ($kind == SOCK_DGRAM) {
                send $s, "ESCAPE-$lane-$how", 0, $found->{addr};
            }
            elsif (connect($s, $found->{addr})) {
                print "OUTSIDE connected $how $address\n";
            }
            push @open, [$s, $kind, $address];
        }
        next unless $address =~ /^[\d.]+$/;
        socket(my $s, PF_INET, SOCK_RAW, 1) or next;
        send $s, icmp("ESCAPE-$lane-$how"), 0, sockaddr_in(0, inet_aton($address));
        push @open, [$s, SOCK_RAW, $address];
    }
    select undef, undef, undef, 1.2;
    for (@open) {
        my ($s, $kind, $address) = @$_;
        my $answer = '';
        if ($kind == SOCK_STREAM) {
            print "OUTSIDE connected $how $address\n" if getpeername $s;
        }
        else {
            $s->blocking(0);
            while (defined recv $s, $answer, 2000, 0) {
                next if $kind == SOCK_RAW && (ord(substr $answer, 20, 1) != 0 || index($answer, "ESCAPE-$lane-$how") < 0);
                print "OUTSIDE answered $how $address\n" if length $answer;
            }
        }
    }
}

sub name_server {
    my ($address) = @_;
    socket(my $s, PF_INET, SOCK_DGRAM, 0) or return;
    setsockopt($s, SOL_SOCKET, SO_RCVTIMEO, pack('qq', 1, 0));
    send $s, pack('n6', 0x4553, 0x100, 1, 0, 0, 0) . "\6ESCAPE\7example\3org\0\0\1\0\1", 0, sockaddr_in(53, inet_aton($address));
    my $answer = '';
    recv($s, $answer, 2000, 0);
    print "OUTSIDE resolved by $address\n" if length $answer > 8 && unpack('x6 n', $answer);
}

sub frame {
    my ($to, $type, $packet, $from) = @_;
    send $raw, $to . ($from // $own_mac) . $type . $packet, 0, $at;
}

sub ip4 {
    my ($from, $to, $protocol, $body, $fragment) = @_;
    my $head = pack 'CCnnnCCna4a4', 0x45, 0, 20 + length $body, 0x4553, $fragment // 0, 64, $protocol, 0, inet_aton($from), inet_aton($to);
    substr $head, 10, 2, pack 'n', checksum($head);
    return $head . $body;
}

sub udp4 {
    my ($from, $to, $how) = @_;
    my $text = "ESCAPE-$lane-$how";
    return ip4($from, $to, 17, pack('nnnn', PORT, PORT, 8 + length $text, 0) . $text);
}

sub udp6 {
    my ($from, $to, $how) = @_;
    my $text = "ESCAPE-$lane-$how";
    my ($source, $target) = map { inet_pton(AF_INET6, $_) } $from, $to;
    my $udp = pack('nnnn', PORT, PORT, 8 + length $text, 0) . $text;
    my $sum = checksum($source . $target . pack('NN', length $udp, 17) . $udp);
    substr $udp, 6, 2, pack 'n', $sum || 0xffff;
    return pack('NnCC', 0x60000000, length $udp, 17, 64) . $source . $target . $udp;
}

sub icmp {
    my ($text) = @_;
    my $packet = pack('CCnnn', 8, 0, 0, 0x4553, 1) . $text;
    substr $packet, 2, 2, pack 'n', checksum($packet);
    return $packet;
}

sub checksum {
    my ($bytes) = @_;
    my $sum = 0;
    $sum += $_ for unpack 'n*', length($bytes) % 2 ? "$bytes\0" : $bytes;
    $sum = ($sum >> 16) + ($sum & 0xffff) while $sum >> 16;
    return ~$sum & 0xffff;
}
