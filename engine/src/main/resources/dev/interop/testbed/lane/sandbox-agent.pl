#!/usr/bin/perl
# The agent of a network sandbox: keeps a network namespace and the folders that it is called with. Its input are requests,
# its output responses, in the form that AgentConnection.java describes:
#   look             puts namespace and folders back as they were, as far as it can, and tells what they are like;
#                    what is not as it was told first is of no more use
#   put              unpacks the archive that follows
#   get FOLDER MOST  gives the folder as an archive, but not much more than MOST bytes of it
#   bound PORT       says 'bound' if a socket of the namespace is bound to the UDP port; proc(5)
use strict;
use warnings;
use POSIX ();
use Socket;

use constant PIECE            => 1 << 16;
use constant FS_IOC_GETFLAGS  => 0x80086601;
use constant CHANGEABLE_FLAGS => 0x000380ff & ~0x1000;

my @devices = map { (split m{/})[-1] } glob '/sys/class/net/eth*';
my @folders = @ARGV;
my %first;

my $received = '';

open STDERR, '>>', '/errors' or die;
while (defined(my $request = request())) {
    my ($verb, @of) = split ' ', $request;
    truncate STDERR, 0;
    my $fine = $verb eq 'look' ? look() : $verb eq 'put' ? put() : $verb eq 'bound' ? bound(@of) : get(@of);
    respond('');
    respond($fine ? () : error(), '');
}

# Pieces of a response; an empty one ends it.
sub respond {
    send_all(join '', map { pack('N', length) . $_ } @_);
}

# Perl's own buffers are small: large files would take eight times as many calls.
sub send_all {
    my ($bytes) = @_;
    for (my $sent = 0; $sent < length $bytes;) {
        $sent += syswrite(STDOUT, $bytes, length($bytes) - $sent, $sent) // exit;
    }
}

sub request {
    until ($received =~ /\n/) {
        sysread(STDIN, $received, PIECE, length $received) or return;
    }
    $received =~ s/^(.*)\n//;
    return $1;
}

sub input {
    my ($length) = @_;
    while (length $received < $length) {
        sysread(STDIN, $received, PIECE, length $received) or exit;
    }
    return substr $received, 0, $length, '';
}

sub error {
    return join("\n", lines('/errors')) || "exit status $?";
}

sub put {
    local $SIG{PIPE} = 'IGNORE';
    open my $tar, '|-', qw(tar -x -p --numeric-owner -C /) or return 0;
    while (my $length = unpack 'N', input(4)) {
        my $piece = input($length);
        # What tar does not want any more it will tell at the end.
        syswrite $tar, $piece;
    }
    return close $tar;
}

sub get {
    my ($folder, $most) = @_;
    open my $tar, '-|', qw(tar -c -b 128 --numeric-owner -C /), substr($folder, 1) or return 0;
    while ($most > 0 && sysread($tar, my $piece, PIECE)) {
        respond($piece);
        $most -= length $piece;
    }
    close $tar;
    # 1 is a warning; and who has had enough does not ask why the archive ended.
    return $most <= 0 || $? >> 8 < 2;
}

sub bound {
    my $port = sprintf ':%04X', @_;
    respond('bound') if grep { (split)[1] =~ /$port$/ } map { lines("/proc/net/$_") } qw(udp udp6);
    return 1;
}

sub look {
    my @state;
    push @state, put_back($_) for 4, 6;
    push @state, ip('-d', 'link show', 'address show', 'xfrm policy', 'xfrm state', 'tcp_metrics flush');
    push @state, output('tc', 'qdisc', 'show');
    push @state, map { output('ethtool', '-k', $_) } @devices;
    push @state, map { lines("/proc/net/$_") } qw(ip_tables_names ip6_tables_names arp_tables_names);
    push @state, netfilter();
    # Addresses of the link come and go by themselves.
    @state = grep { !/fe80:|tentative/ } @state;
    push @state, folders();
    respond(map { "$_\n" } @state);
    return 1;
}

sub folders {
    output('find', @folders, qw(-xdev -mindepth 1 -delete));
    return map {
        my $folder = $_;
        chown 0, 0, $folder;
        chmod 0755, $folder;
        my (undef, undef, $mode, undef, $user, $group) = stat $folder;
        opendir my $names, $folder or return;
        my @left = grep { !/^\.\.?$/ } readdir $names;
        "$folder $mode $user $group @left" . attributes($folder);
    } @folders;
}

# What else an owner can leave at a folder: flags, access lists and attributes of any name.
sub attributes {
    my ($folder) = @_;
    my ($flags, $attributes) = ("\0" x 8, "\0" x PIECE);
    open my $handle, '<', $folder or return ' unreadable';
    ioctl $handle, FS_IOC_GETFLAGS, $flags;
    my $listxattr = { x86_64 => 194, aarch64 => 11 }->{ (POSIX::uname())[4] } or return '';
    my $length = syscall $listxattr, $folder, $attributes, PIECE;
    $length = 0 if $length < 0;
    return sprintf ' %x %s', CHANGEABLE_FLAGS & unpack('L', $flags), unpack 'H*', substr $attributes, 0, $length;
}

# Gives what the family's tables hold afterwards: each program that is started costs a few milliseconds.
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
    return ip("-$family", @changes, 'route show table all', 'rule show', 'neigh show nud permanent');
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
