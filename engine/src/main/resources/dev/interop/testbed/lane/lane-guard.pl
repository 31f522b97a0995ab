#!/usr/bin/perl
# The guard of all lanes of a run: keeps netfilter rules in the network namespace of the container engine's machine. The
# rules are in tables that belong to this process, so that the kernel removes them with it, however it ends. Its input are
# requests, its output responses, in the form that AgentConnection.java describes:
#   guard NAME                   makes the tables, with the rules that need no bridge to exist
#   seal BRIDGE                  drops everything that comes up from the bridge to the machine
#   release BRIDGE ADDRESS PORT  drops everything but what goes to this UDP port, ARP aside
#   setting NAME                 says the value of a setting below /proc/sys
use strict;
use warnings;
use Socket;

# linux/netfilter/nfnetlink.h, linux/netfilter/nf_tables.h
use constant { NETLINK_NETFILTER => 12, NFNL_SUBSYS_NFTABLES => 10, BATCH_BEGIN => 0x10, BATCH_END => 0x11 };
use constant { NLM_F_REQUEST => 1, NLM_F_ACK => 4, NLM_F_CREATE => 0x400, NLM_F_APPEND => 0x800, NLMSG_ERROR => 2 };
use constant { NEWTABLE => 0, NEWCHAIN => 3, NEWRULE => 6, TABLE_OWNER => 2, NESTED => 0x8000 };
use constant { INET => 1, NETDEV => 5, DROP => 0, ACCEPT => 1 };
use constant { IIFNAME => 6, OIFNAME => 7, L4PROTO => 16, IIFKIND => 26, PROTOCOL => 1 };
use constant { LINK => 0, NETWORK => 1, TRANSPORT => 2 };
use constant { EQUAL => 0, UNEQUAL => 1, CT_STATE => 0, ESTABLISHED_OR_RELATED => 6 };
use constant ANSWER_SECONDS => 5;

my $LANE = 'ilane';
my $OUT  = 'ilout';

my ($socket, $table, $sequence) = (undef, '', 0);
my %sealed;
my $received = '';

$SIG{PIPE} = 'IGNORE';
while (defined(my $request = request())) {
    my ($verb, @of) = split ' ', $request;
    my $answer = eval {
          $verb eq 'guard'   ? guard(@of)
        : $verb eq 'seal'    ? seal(@of)
        : $verb eq 'release' ? release(@of)
        : $verb eq 'setting' ? setting(@of)
        :                      die "unknown request\n";
    };
    my $error = $@;
    respond(grep({ length } $answer // ''), '', grep({ length } $error), '');
}

# Without requests, the rules stay until the container is removed: endpoints may live longer than who asked for them.
sleep 3600 while 1;

sub respond {
    my $bytes = join '', map { pack('N', length) . $_ } @_;
    for (my $sent = 0; $sent < length $bytes;) {
        $sent += syswrite(STDOUT, $bytes, length($bytes) - $sent, $sent) // last;
    }
}

sub request {
    until ($received =~ /\n/) {
        sysread(STDIN, $received, 4096, length $received) or return;
    }
    $received =~ s/^(.*)\n//;
    return $1;
}

sub setting {
    my ($name) = @_;
    open my $file, '<', "/proc/sys/$name" or return '';
    chomp(my $value = <$file> // '');
    return $value;
}

sub guard {
    ($table) = @_;
    socket($socket, 16, SOCK_RAW, NETLINK_NETFILTER) or die "no netfilter sockets: $!\n";
    setsockopt($socket, SOL_SOCKET, SO_RCVTIMEO, pack('qq', ANSWER_SECONDS, 0));
    my @from_lane = name(IIFNAME, $LANE, EQUAL);
    my @to_lane   = name(OIFNAME, $LANE, EQUAL);
    my @to_out    = name(OIFNAME, $OUT,  EQUAL);
    transact(
        new_table(INET), new_table(NETDEV),
        # Frames to the addresses that IEEE 802.1Q reserves reach the machine past the bridge, by its port.
        chain('prerouting', 0, -450),
        rule('prerouting', meta(IIFKIND), compare("veth\0", EQUAL), payload(LINK, 0, 6), masked("\xff" x 5 . "\xf0"),
            compare("\x01\x80\xc2\0\0\0", EQUAL), verdict(DROP)),
        # Where bridge-nf-call-iptables is 1, an endpoint could fill the machine's table of connections.
        rule('prerouting', @from_lane, expression('notrack', '')),
        chain('input', 1, -300),
        rule('input', @from_lane, verdict(DROP)),
        chain('forward', 2, -300),
        # What one bridge passes on between its ports comes here, too, where bridge-nf-call-iptables is 1.
        rule('forward', @from_lane, name(OIFNAME, $LANE, UNEQUAL), verdict(DROP)),
        rule('forward', name(IIFNAME, $LANE, UNEQUAL), @to_lane, verdict(DROP)),
        rule('forward', @to_out, answers(), verdict(ACCEPT)),
        rule('forward', @to_out, verdict(DROP)),
        # After connection tracking, which is at -200.
        chain('output', 3, -150),
        rule('output', @to_lane, verdict(DROP)),
        rule('output', @to_out, answers(), verdict(ACCEPT)),
        rule('output', @to_out, verdict(DROP)),
    );
    return '';
}

sub seal {
    my ($bridge) = @_;
    must_exist($bridge);
    transact(device_chain($bridge));
    $sealed{$bridge} = 1;
    return '';
}

sub release {
    my ($bridge, $address, $port) = @_;
    must_exist($bridge);
    my @chain = $sealed{$bridge} ? () : device_chain($bridge);
    push @chain, device_rule($bridge, meta(PROTOCOL), compare("\x08\x06", EQUAL), verdict(ACCEPT)) if @chain;
    transact(
        @chain,
        device_rule($bridge, meta(PROTOCOL), compare("\x08\0", EQUAL), payload(NETWORK, 16, 4),
            compare(inet_aton($address), EQUAL), meta(L4PROTO), compare("\x11", EQUAL), payload(TRANSPORT, 2, 2),
            compare(pack('n', $port), EQUAL), verdict(ACCEPT)));
    $sealed{$bridge} = 1;
    return '';
}

# New kernels accept rules for devices that do not exist.
sub must_exist {
    my ($bridge) = @_;
    -e "/sys/class/net/$bridge" or die "the container engine gave the bridge another name than $bridge\n";
}

sub new_table {
    my ($family) = @_;
    return message($family, NEWTABLE, 0, attribute(1, "$table\0") . attribute(2, pack 'N', TABLE_OWNER));
}

sub chain {
    my ($name, $hook, $priority) = @_;
    return message(INET, NEWCHAIN, 0, chain_head($name, attribute(1, pack 'N', $hook) . attribute(2, pack 'l>', $priority))
        . attribute(5, pack 'N', ACCEPT));
}

sub device_chain {
    my ($device) = @_;
    return message(NETDEV, NEWCHAIN, 0, chain_head($device, attribute(1, pack 'N', 0) . attribute(2, pack 'l>', -500)
        . attribute(3, "$device\0")) . attribute(5, pack 'N', DROP));
}

sub chain_head {
    my ($name, $hook) = @_;
    return attribute(1, "$table\0") . attribute(3, "$name\0") . attribute(4 | NESTED, $hook) . attribute(7, "filter\0");
}

sub rule {
    return any_rule(INET, @_);
}

sub device_rule {
    return any_rule(NETDEV, @_);
}

sub any_rule {
    my ($family, $chain, @expressions) = @_;
    my $list = join '', map { attribute(1 | NESTED, $_) } @expressions;
    return message($family, NEWRULE, NLM_F_APPEND, attribute(1, "$table\0") . attribute(2, "$chain\0")
        . attribute(4 | NESTED, $list));
}

sub expression {
    my ($name, $data) = @_;
    return attribute(1, "$name\0") . attribute(2 | NESTED, $data);
}

sub meta {
    my ($key) = @_;
    return expression('meta', attribute(1, pack 'N', 1) . attribute(2, pack 'N', $key));
}

# The name of a device that begins like this, or does not.
sub name {
    my ($key, $prefix, $how) = @_;
    return (meta($key), compare($prefix, $how));
}

sub compare {
    my ($value, $how) = @_;
    return expression('cmp', attribute(1, pack 'N', 1) . attribute(2, pack 'N', $how) . attribute(3 | NESTED, attribute(1, $value)));
}

sub payload {
    my ($base, $offset, $length) = @_;
    return expression('payload', join '', map { attribute($_->[0], pack 'N', $_->[1]) } [1, 1], [2, $base], [3, $offset], [4, $length]);
}

sub masked {
    my ($mask) = @_;
    return bitwise(length $mask, $mask);
}

sub bitwise {
    my ($length, $mask) = @_;
    return expression('bitwise', attribute(1, pack 'N', 1) . attribute(2, pack 'N', 1) . attribute(3, pack 'N', $length)
        . attribute(4 | NESTED, attribute(1, $mask)) . attribute(5 | NESTED, attribute(1, "\0" x $length)));
}

# Packets of a connection that the other side began.
sub answers {
    return (expression('ct', attribute(1, pack 'N', 1) . attribute(2, pack 'N', CT_STATE)),
        bitwise(4, pack 'L', ESTABLISHED_OR_RELATED), compare(pack('L', 0), UNEQUAL));
}

sub verdict {
    my ($code) = @_;
    return expression('immediate', attribute(1, pack 'N', 0)
        . attribute(2 | NESTED, attribute(2 | NESTED, attribute(1, pack 'N', $code))));
}

sub attribute {
    my ($type, $data) = @_;
    return pack('SS', 4 + length $data, $type) . $data . "\0" x (-length($data) % 4);
}

sub message {
    my ($family, $type, $flags, $attributes) = @_;
    return [NFNL_SUBSYS_NFTABLES << 8 | $type, NLM_F_REQUEST | NLM_F_ACK | NLM_F_CREATE | $flags,
        pack('CCn', $family, 0, 0) . $attributes];
}

# All or nothing. Dies with what the kernel says.
sub transact {
    my @messages = @_;
    my $edge = pack 'CCn', 0, 0, NFNL_SUBSYS_NFTABLES;
    my $first = $sequence + 1;
    my $batch = join '', map { framed(@$_) } [BATCH_BEGIN, NLM_F_REQUEST, $edge], @messages, [BATCH_END, NLM_F_REQUEST, $edge];
    my $last = $sequence - 1;
    defined send($socket, $batch, 0, pack('SSLL', 16, 0, 0, 0)) or die "netfilter: $!\n";
    my %open = map { $_ => 1 } $first + 1 .. $last;
    while (%open) {
        defined recv($socket, my $answers, 1 << 16, 0) or die "netfilter gives no answer: $!\n";
        while (length $answers >= 20) {
            my ($length, $type, undef, $number, undef, $code) = unpack 'LSSLLl', $answers;
            if ($type == NLMSG_ERROR && $code && ($number == $first || $open{$number})) {
                $! = -$code;
                die sprintf "netfilter: %s (message %d of %d)\n", $!, $number - $first, scalar @messages;
            }
            delete $open{$number};
            substr $answers, 0, $length + 3 & ~3, '';
        }
    }
}

sub framed {
    my ($type, $flags, $body) = @_;
    return pack('LSSLL', 16 + length $body, $type, $flags, ++$sequence, 0) . $body;
}
