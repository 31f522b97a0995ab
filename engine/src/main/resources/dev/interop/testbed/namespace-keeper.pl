#!/usr/bin/perl
# Keeps a network namespace. At each line of its input it puts the namespace back as it was, as far as it can, and prints
# what the namespace is like, up to a line with a dot. What is not as it was printed first is of no more use.
use strict;
use warnings;
use Socket;

my @devices = map { (split m{/})[-1] } glob '/sys/class/net/eth*';
my %first;

$| = 1;
open STDERR, '>', '/dev/null';
while (<STDIN>) {
    my @state = look();
    print map({ "$_\n" } @state), ".\n";
}

sub look {
    my @state;
    for my $family (4, 6) {
        put_back($family);
        push @state, ip("-$family", 'route show table all', 'rule show', 'neigh show nud permanent');
    }
    push @state, ip('-d', 'link show', 'address show', 'xfrm policy', 'xfrm state', 'tcp_metrics flush');
    push @state, output('tc', 'qdisc', 'show');
    push @state, map { output('ethtool', '-k', $_) } @devices;
    push @state, map { lines("/proc/net/$_") } qw(ip_tables_names ip6_tables_names arp_tables_names);
    push @state, netfilter();
    # Addresses of the link come and go by themselves.
    return grep { !/fe80:|tentative/ } @state;
}

sub put_back {
    my ($family) = @_;
    my $cache = $family == 4 ? 'arp_cache' : 'ndisc_cache';
    my @now = routing($family);
    unless ($first{$family}) {
        # What /setup.sh of an endpoint does anyway, so that it is the same for all.
        ip("-$family", map { "ntable change name $cache dev $_ retrans 50" } @devices);
        output('ethtool', '-K', $_, 'tx', 'off') for @devices;
        $first{$family} = [@now];
    }
    my %was = map { $_ => 1 } @{ $first{$family} };
    my %is = map { $_ => 1 } @now;
    my @changes = (
        (map { change('del', $_) } grep { !$was{$_} } @now),
        (map { change('add', $_) } grep { !$is{$_} } @{ $first{$family} }),
        (map { "ntable change name $cache dev $_ retrans 50" } @devices),
        'neigh flush all'
    );
    ip("-$family", @changes);
}

sub routing {
    my ($family) = @_;
    return grep { !/fe80:/ } ip("-$family", 'rule show', 'route show');
}

# A rule is shown as "PRIORITY:<tab>RULE".
sub change {
    my ($verb, $line) = @_;
    return $line =~ /^(\d+):\s+(.*)/ ? "rule $verb pref $1 $2" : "route $verb $line";
}

sub ip {
    my ($option, @commands) = @_;
    open my $batch, '>', '/batch' or die;
    print $batch map { "$_\n" } @commands;
    close $batch;
    return output('ip', $option, '-force', '-batch', '/batch');
}

sub output {
    open my $pipe, '-|', @_ or return "cannot run $_[0]";
    chomp(my @lines = <$pipe>);
    close $pipe;
    s/\s+$// for @lines;
    return @lines;
}

sub lines {
    open my $file, '<', $_[0] or return;
    chomp(my @lines = <$file>);
    return @lines;
}

# Each change of the netfilter tables gives them a new number (NFT_MSG_GETGEN of nfnetlink).
sub netfilter {
    socket(my $netlink, 16, SOCK_RAW, 12) or return;
    setsockopt($netlink, SOL_SOCKET, SO_RCVTIMEO, pack('qq', 2, 0));
    send($netlink, pack('LSSLLCCn', 20, 10 << 8 | 16, 1, 1, 0, 0, 0, 0), 0, pack('SSLL', 16, 0, 0, 0)) or return;
    defined recv($netlink, my $answer, 4096, 0) or return;
    my (undef, $type) = unpack 'LS', $answer;
    return $type == 2 ? 'netfilter none' : 'netfilter ' . unpack 'H*', substr $answer, 20, 8;
}
