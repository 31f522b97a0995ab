#!/usr/bin/perl
# Prints, ten times a second, a line for each container whose threads ran since the last time:
#   ID WAITED RAN LONGEST
# in nanoseconds: how long all its threads were ready to run and waited for a processor, how long they ran, and the longest
# wait of one thread, as the mean of its waits between two samples. The kernel counts this for each thread in
# /proc/PID/task/TID/schedstat, as the time that it ran, that it waited, and how often it was given a processor.
# Runs in the process namespace of the engine's machine. Ends with its input.
use strict;
use warnings;

use constant INTERVAL => 0.1;
# A process gets its control group a moment after its beginning.
use constant FIRST_LOOKS => 10;

my (%container, %looks, %last, %sum);
my $input = '';
vec($input, fileno(STDIN), 1) = 1;
$| = 1;

until (select(my $readable = $input, undef, undef, INTERVAL) && !sysread(STDIN, my $ignored, 4096)) {
    sample();
}

sub sample {
    opendir my $proc, '/proc' or exit 1;
    my %now = map { $_ => 1 } grep { /^\d+$/ } readdir $proc;
    my %changed;
    for my $pid (keys %now) {
        my $id = container($pid) or next;
        $changed{$id} = 1 if threads($pid, $id);
    }
    for my $pid (grep { !$now{$_} } keys %looks) {
        delete $container{$pid};
        delete $looks{$pid};
        delete $last{$pid};
    }
    print map { "$_ @{ $sum{$_} }\n" } keys %changed;
}

sub container {
    my ($pid) = @_;
    return $container{$pid} if $container{$pid} || ($looks{$pid} // 0) >= FIRST_LOOKS;
    $looks{$pid}++;
    my ($id) = (content("/proc/$pid/cgroup") // '') =~ /([0-9a-f]{64})/;
    return $container{$pid} = $id;
}

# Whether any of the threads ran since the last time.
sub threads {
    my ($pid, $id) = @_;
    opendir my $tasks, "/proc/$pid/task" or return 0;
    my $ran = 0;
    for my $tid (grep { /^\d+$/ } readdir $tasks) {
        my @now = split ' ', content("/proc/$pid/task/$tid/schedstat") // next;
        my $was = $last{$pid}{$tid} //= [0, 0, 0];
        my ($running, $waiting, $times) = map { $now[$_] - $was->[$_] } 0 .. 2;
        next if $times <= 0;
        $last{$pid}{$tid} = \@now;
        my $sum = $sum{$id} //= [0, 0, 0];
        $sum->[0] += $waiting;
        $sum->[1] += $running;
        my $mean = int($waiting / $times);
        $sum->[2] = $mean if $mean > $sum->[2];
        $ran = 1;
    }
    return $ran;
}

sub content {
    open my $file, '<', $_[0] or return;
    local $/;
    return scalar <$file>;
}
