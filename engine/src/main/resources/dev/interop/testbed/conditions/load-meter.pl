#!/usr/bin/perl
# Prints ten times a second, in nanoseconds since the sample before, a line for each container whose threads ran:
#   NUMBER ID WAITED RAN LONGEST BESIDES
# the number of the sample; how long all its threads were ready to run and waited for a processor; how long they ran; the
# longest wait of one thread, as the mean of its waits; and how long the others of the container ran. The kernel counts this
# for each thread in /proc/PID/task/TID/schedstat, as the time that it ran, that it waited, and how often it was given a
# processor. One more line tells of all that is in no container, and of what a hypervisor took:
#   NUMBER machine 0 RAN 0 RAN
# It leaves out what may work for containers: the kernel's threads, the container engine, and the process in the argument.
# A long wait of a thread that gave up its turn is not the longest one: one that is nice, or keeps to some of the processors.
# Runs in the process namespace of the engine's machine, or reads a folder like /proc, the second argument. Ends with its input.
use strict;
use warnings;

use constant INTERVAL => 0.1;
# A process gets its control group a moment after its beginning.
use constant FIRST_LOOKS => 10;
# The kernel tells all programs of a hundred ticks a second.
use constant TICK => 10_000_000;
use constant KERNEL => 2;
use constant MACHINE => 'machine';
# Nothing is made of shorter waits.
use constant LONG_WAIT => 10_000_000;

my $engine = qr/^(?:dockerd|containerd|containerd-shim.*|docker-.*|runc.*|crun|rootlesskit|slirp4netns|exe)$/;
my $client = $ARGV[0] // 0;
my $proc = $ARGV[1] // '/proc';
my $processors = processors("$proc/self/status");
my (%container, %looks, %kernel, %last, %ticks, %total);
my $stolen = 0;
my $number = 0;
my $input = '';
vec($input, fileno(STDIN), 1) = 1;
$| = 1;

until (select(my $readable = $input, undef, undef, INTERVAL) && !sysread(STDIN, my $ignored, 4096)) {
    sample();
}

sub sample {
    opendir my $processes, $proc or exit 1;
    my %now = map { $_ => 1 } grep { /^\d+$/ } readdir $processes;
    my (%sum, %all);
    for my $pid (keys %now) {
        my $id = container($pid);
        my ($own, $with_children) = ticks($pid, $id);
        defined $own or next;
        $id //= MACHINE;
        my $sum = $sum{$id} //= [0, 0, 0, 0, 0];
        $all{$id} += $with_children;
        if ($id eq MACHINE) {
            $sum->[1] += ($own - ($ticks{$pid} // $own)) * TICK;
            $ticks{$pid} = $own;
        } else {
            threads($pid, $sum);
        }
    }
    for my $pid (grep { !$now{$_} } keys %looks) {
        delete @{$_}{$pid} for \%container, \%looks, \%kernel, \%last, \%ticks;
    }
    # Processes that began and ended since the last sample are in the figures of those that waited for their end.
    for my $id (keys %sum) {
        my $ran = ($all{$id} - ($total{$id} // $all{$id})) * TICK;
        $sum{$id}[1] = $ran if $ran > $sum{$id}[1];
    }
    %total = %all;
    $sum{+MACHINE}[1] += stolen();
    $number++;
    print map { join(' ', $number, $_, @{ $sum{$_} }[0 .. 2], $sum{$_}[1] - $sum{$_}[3]) . "\n" } grep { $sum{$_}[1] } keys %sum;
}

sub container {
    my ($pid) = @_;
    return $container{$pid} if $container{$pid} || ($looks{$pid} // 0) >= FIRST_LOOKS;
    $looks{$pid}++;
    my ($id) = (content("$proc/$pid/cgroup") // '') =~ /([0-9a-f]{64})/;
    return $container{$pid} = $id;
}

# How long a process ran, and with the children whose end it has waited for; nothing if it may work for containers.
sub ticks {
    my ($pid, $id) = @_;
    return if $kernel{$pid};
    my ($name, $figures) = (content("$proc/$pid/stat") // '') =~ /\((.*)\) (.*)/s or return;
    my (undef, $parent, @of) = split ' ', $figures;
    $kernel{$pid} = 1 if $pid == KERNEL || $parent == KERNEL;
    return if $kernel{$pid} || !$id && ($pid == $client || $name =~ $engine);
    my ($own, $children) = ($of[9] + $of[10], $of[11] + $of[12]);
    return ($own, $own + $children);
}

sub threads {
    my ($pid, $sum) = @_;
    opendir my $tasks, "$proc/$pid/task" or return;
    for my $tid (grep { /^\d+$/ } readdir $tasks) {
        my @now = split ' ', content("$proc/$pid/task/$tid/schedstat") // next;
        my $was = $last{$pid}{$tid} //= [0, 0, 0];
        my ($running, $waiting, $times) = map { $now[$_] - $was->[$_] } 0 .. 2;
        next if $times <= 0;
        $last{$pid}{$tid} = \@now;
        $sum->[0] += $waiting;
        $sum->[1] += $running;
        my $mean = int($waiting / $times);
        @{$sum}[2, 3] = ($mean, $running)
            if $mean > $sum->[2] && !($mean > LONG_WAIT && gives_way("$proc/$pid/task/$tid"));
    }
}

# Whether a thread has a lower priority than usual, or does not take each processor that it could.
sub gives_way {
    my ($thread) = @_;
    my ($figures) = (content("$thread/stat") // '') =~ /.*\) (.*)/s or return 0;
    my ($nice, $policy) = (split ' ', $figures)[16, 38];
    return $nice > 0 || $policy != 0 || processors("$thread/status") ne $processors;
}

sub processors {
    my ($allowed) = (content($_[0]) // '') =~ /^Cpus_allowed:\s*(\S+)/m;
    return $allowed // $processors // '';
}

# Time that the machine's processors were not given, in nanoseconds.
sub stolen {
    my ($now) = (content("$proc/stat") // '') =~ /^cpu(?:\s+\d+){7}\s+(\d+)/ or return 0;
    my $since = $now - ($stolen || $now);
    $stolen = $now;
    return $since * TICK;
}

sub content {
    open my $file, '<', $_[0] or return;
    local $/;
    return scalar <$file>;
}
