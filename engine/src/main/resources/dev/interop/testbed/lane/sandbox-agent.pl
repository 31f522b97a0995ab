#!/usr/bin/perl
# The agent of a network sandbox: gives each cell a new network namespace and keeps the folders that it is called with. Its
# input are requests, its output responses, in the form that AgentConnection.java describes:
#   renew            makes a new namespace with the devices, addresses and routes of the container's own, and empties the
#                    folders; responds what both are like. A sandbox whose response differs from its first is of no more use
#   empty            as renew, without a namespace
#   put              unpacks the archive that follows
#   get FOLDER MOST DEEPEST  gives the folder as an archive, but not much more than MOST bytes of it, and nothing more than
#                    DEEPEST folders below it
#   free             gives the free bytes of the disk with the folders, and for how many files it has places
#   used FOLDER...   gives the bytes and the number of files in the folders; nothing if they cannot be counted within some seconds
#   stay             makes this process outlive its input, so that the sandbox stays when the run has ended
#   bound PORT       says 'bound' if a socket of the namespace is bound to the UDP port; proc(5)
#
# Containers that join the sandbox get the namespace of this process, not that in which the container began. The latter
# holds the engine's devices, which a bridge connects with those of the new namespace. Nobody joins it.
use strict;
use warnings;
use POSIX ();

use constant PIECE            => 1 << 16;
use constant FS_IOC_GETFLAGS  => 0x80086601;
# All that linux/fs.h has for users, also those of newer file systems, but extents and indexes: they follow from what was there.
use constant CHANGEABLE_FLAGS => 0x6283c0ff;
# ext4 does not make a folder smaller again.
use constant LARGE_FOLDER     => 1 << 20;
use constant LONGEST_PATH     => 4000;
use constant COUNTING_SECONDS => 8;
use constant ANY_NUMBER       => (1 << 63) - 1;
use constant WENT_AWAY        => 1;
use constant CLONE_NEWNET     => 0x40000000;
use constant PR_CAPBSET_DROP  => 24;
use constant CAP_SYS_ADMIN    => 21;

my $machine = (POSIX::uname())[4];
my %calls = @{ {
    x86_64  => [ unshare => 272, setns => 308, prctl => 157, listxattr => 194, statfs => 137 ],
    aarch64 => [ unshare => 97,  setns => 268, prctl => 167, listxattr => 11, statfs => 43 ],
}->{$machine} || [] };

# Settings that the engine makes for a namespace of its own, and which a new namespace does not have.
my @settings = qw(
    net.ipv4.ip_unprivileged_port_start net.ipv4.ping_group_range net.ipv4.ip_forward net.ipv6.conf.all.forwarding);

open my $first, '<', '/proc/self/ns/net' or die;
my @folders = @ARGV;
my @devices;
my %set;

my $received = '';
my $stay = 0;

# In memory: when the disk is full, this has to say so.
open STDERR, '>>', '/dev/shm/errors' or die;
while (defined(my $request = request())) {
    my ($verb, @of) = split ' ', $request;
    truncate STDERR, 0;
    my $fine
        = $verb eq 'renew' ? renew()
        : $verb eq 'empty' ? empty()
        : $verb eq 'put'   ? put()
        : $verb eq 'bound' ? bound(@of)
        : $verb eq 'free'  ? free()
        : $verb eq 'used'  ? used(@of)
        : $verb eq 'stay'  ? ++$stay
        :                    get(@of);
    respond('');
    respond($fine ? () : error(), '');
}
sleep 3600 while $stay;

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
    return join("\n", lines('/dev/shm/errors')) || "exit status $?";
}

sub put {
    local $SIG{PIPE} = 'IGNORE';
    my $tar = pipe_to('|-', qw(tar -x -p --numeric-owner -C /)) or return 0;
    while (my $length = unpack 'N', input(4)) {
        my $piece = input($length);
        # What tar does not want any more it will tell at the end.
        syswrite $tar, $piece;
    }
    return close $tar;
}

# tar itself would need memory with the square of the depth, and for each file with several names; and a path that is too long
# for the kernel is an error to it. Folders above such paths are still there, for who reads to say that their content is not.
sub get {
    my ($folder, $most, $deepest) = @_;
    my $tar = pipe_to('-|', 'sh', '-c',
        'cd / && find "$1" -maxdepth "$2" -print0 | perl -0 -ne "print if length() < $3"'
            . ' | tar -c -b 128 --numeric-owner --no-recursion --hard-dereference --null -T -',
        'get', substr($folder, 1), $deepest, LONGEST_PATH) or return 0;
    while ($most > 0 && sysread($tar, my $piece, PIECE)) {
        respond($piece);
        $most -= length $piece;
    }
    close $tar;
    # 1 is a warning; and who has had enough does not ask why the archive ended.
    return $most <= 0 || $? >> 8 < 2;
}

# Starts a program that handles an endpoint's files, without the permission that this one needs for namespaces.
sub pipe_to {
    my ($mode, @command) = @_;
    my $pid = open(my $pipe, $mode) // return;
    return $pipe if $pid;
    syscall $calls{prctl}, PR_CAPBSET_DROP, CAP_SYS_ADMIN if %calls;
    exec @command or POSIX::_exit(127);
}

sub bound {
    my $port = sprintf ':%04X', @_;
    respond('bound') if grep { (split)[1] =~ /$port$/ } map { lines("/proc/net/$_") } qw(udp udp6);
    return 1;
}

# statfs(2): type, block size, blocks, free ones, those for others than root; files, free places for files
sub free {
    my $answer = "\0" x 256;
    return 0 if !%calls || syscall($calls{statfs}, "$folders[0]", $answer) != 0;
    my (undef, $block, undef, undef, $free, $files, $places) = unpack 'q7', $answer;
    respond(join ' ', $free * $block, $files ? $places : ANY_NUMBER);
    return 1;
}

sub used {
    my @of = @_;
    my ($bytes, $files) = map { total($_, @of) } '-B1', '--inodes';
    respond("$bytes $files") if defined $bytes && defined $files;
    return 1;
}

sub total {
    my ($what, @of) = @_;
    my $du = pipe_to('-|', 'timeout', COUNTING_SECONDS, 'du', '-s', '-c', '-x', $what, @of) or return;
    my ($total) = map { /^(\d+)\s+total$/ } <$du>;
    close $du;
    # Files may come and go meanwhile, which du complains about; it counts the others.
    return $? == 0 || $? >> 8 == WENT_AWAY ? $total : undef;
}

sub renew {
    my $new = !@devices;
    learn() if $new;
    if (!%calls || syscall($calls{unshare}, CLONE_NEWNET) != 0) {
        warn "no new network namespace: $!\n";
        return 0;
    }
    # Whoever may still be in the last namespace loses its devices.
    in_first(($new ? map { bridge($_) } @devices : ()), map { connected($_) } @devices);
    my %is = settings();
    my @state = map { $is{$_} eq $set{$_} ? () : "setting $_=$set{$_}" } sort keys %is;
    push @state, ip('link set lo up', (map { set_up($_) } @devices), 'address show', 'route show table all');
    for my $address (map { @{ $_->{addresses} } } @devices) {
        next if grep { / \Q$address\E / } @state;
        warn "the new network namespace has no $address\n";
        return 0;
    }
    # The kernel makes these by itself, some of them later.
    respond(map { "$_\n" } grep { !/fe80:| table local / } @state);
    return empty();
}

# What the engine gave the container's own namespace.
sub learn {
    for my $link (output('ip', '-o', 'link', 'show')) {
        my ($name, $mtu, $address) = $link =~ /^\d+: (eth\d+)\S*: .* mtu (\d+) .* link\/ether (\S+)/ or next;
        my ($queue) = $link =~ / qlen (\d+)/;
        push @devices, {
            name      => $name,
            address   => $address,
            link      => "mtu $mtu address $address txqueuelen " . ($queue // 0),
            addresses => [map { /inet6? (\S+)/ } output('ip', '-o', 'address', 'show', 'dev', $name)],
            routes    => [grep { !/proto kernel|^fe80/ } map { output('ip', $_, 'route', 'show', 'dev', $name) } '-4', '-6'],
        };
    }
    %set = settings();
}

sub settings {
    return map { my ($value) = lines('/proc/sys/' . tr{.}{/}r); defined $value ? ($_ => $value =~ s/\s+/ /gr) : () } @settings;
}

# The engine's device becomes a port of a bridge, without an address.
sub bridge {
    my ($device) = @_;
    my $name = $device->{name};
    return (
        "link set dev $name addrgenmode none", "address flush dev $name",
        "link set dev $name address " . join(':', '02', map { sprintf '%02x', rand 256 } 1 .. 5),
        "link add br-$name type bridge mcast_snooping 0 stp_state 0 forward_delay 0",
        "link set dev br-$name addrgenmode none", "link set dev $name master br-$name", "link set dev br-$name up"
    );
}

sub connected {
    my ($device) = @_;
    my $name = $device->{name};
    return (
        "link del in-$name",
        "link add in-$name type veth peer name $name $device->{link} netns $$",
        "link set dev in-$name addrgenmode none", "link set dev in-$name master br-$name", "link set dev in-$name up"
    );
}

# A bridge remembers the source of each frame for minutes, in memory that nobody limits. So only frames with the device's own
# address get to one. Linux before 5.18 has no such ports.
sub lock_port {
    my ($device) = @_;
    my $port = "in-$device->{name}";
    # Without its entry a locked port lets nothing pass.
    system('bridge', 'fdb', 'replace', $device->{address}, 'dev', $port, 'master', 'static') == 0 or return;
    ip(map { "link set dev $port type bridge_slave $_" } 'learning off', 'locked on');
}

# As /setup.sh of an endpoint does anyway, so that it is the same for all: neither offloading nor slow retransmissions.
sub set_up {
    my ($device) = @_;
    my $name = $device->{name};
    output('ethtool', '-K', $name, 'tx', 'off');
    return (
        "link set dev $name addrgenmode none",
        "link set dev $name up",
        (map { "address add $_ dev $name" . (/:/ ? ' nodad' : ' brd +') } @{ $device->{addresses} }),
        (map { "route add $_ dev $name" } @{ $device->{routes} }),
        map { "ntable change name $_ dev $name retrans 50" } qw(arp_cache ndisc_cache)
    );
}

# Runs commands of ip(8) in the namespace in which the container began. Devices that are gone already are no error.
sub in_first {
    my @commands = @_;
    my $pid = fork // return;
    unless ($pid) {
        syscall $calls{setns}, fileno $first, CLONE_NEWNET;
        ip(@commands);
        lock_port($_) for @devices;
        POSIX::_exit(0);
    }
    waitpid $pid, 0;
}

sub empty {
    my $find = pipe_to('-|', 'find', @folders, qw(-xdev -mindepth 1 -delete)) or return 0;
    close $find;
    respond(map { "$_\n" } folders());
    return 1;
}

sub folders {
    return map {
        my $folder = $_;
        chown 0, 0, $folder;
        chmod 0755, $folder;
        my (undef, undef, $mode, undef, $user, $group, undef, $size) = stat $folder;
        opendir my $names, $folder or return;
        my @left = grep { !/^\.\.?$/ } readdir $names;
        "$folder $mode $user $group @left" . ($size > LARGE_FOLDER ? ' large' : '') . attributes($folder);
    } @folders;
}

# What else an owner can leave at a folder: flags, access lists and attributes of any name.
sub attributes {
    my ($folder) = @_;
    my ($flags, $attributes) = ("\0" x 8, "\0" x PIECE);
    open my $handle, '<', $folder or return ' unreadable';
    ioctl $handle, FS_IOC_GETFLAGS, $flags;
    return '' unless %calls;
    my $length = syscall $calls{listxattr}, $folder, $attributes, PIECE;
    $length = 0 if $length < 0;
    return sprintf ' %x %s', CHANGEABLE_FLAGS & unpack('L', $flags), unpack 'H*', substr $attributes, 0, $length;
}

sub ip {
    my @commands = @_;
    open my $batch, '>', '/batch' or die;
    print $batch map { "$_\n" } @commands;
    close $batch;
    return output('ip', '-o', '-force', '-batch', '/batch');
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
