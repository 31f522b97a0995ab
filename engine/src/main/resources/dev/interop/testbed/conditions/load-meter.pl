#!/usr/bin/perl
# Prints, ten times a second, a line for each container whose threads ran since the last time:
#   NUMBER ID WAITED RAN LONGEST
# the number of the sample, and in nanoseconds since the sample before: how long all its threads were ready to run and waited
# for a processor, how long they ran, and the longest wait of one thread, as the mean of its waits. The kernel counts this for each thread in
# /proc/PID/task/TID/schedstat, as the time that it ran, that it waited, and how often it was given a processor.
# Runs in the process namespace of the engine's machine. Ends with its input.
use strict;
use warnings;

use constant INTERVAL => 0.1;
# A process gets its control group a moment after its beginning.
use constant FIRST_LOOKS => 10;

my (%container, %looks, %last);
my $number = 0;
my $input = '';
vec($input, fileno(STDIN), 1) = 1;
$| = 1;

until (select(my $readable = $input, undef, undef, INTERVAL) && !sysread(STDIN, my $ignored, 4096)) {
    sample();
}

sub sample {
    opendir my $proc, '/proc' or exit 1;
    my %now = map { $_ => 1 } grep { /^\d+$/ } readdir $proc;
    my %sum;
    for my $pid (keys %now) {
        my $id = container($pid) or next;
        threads($pid, $sum{$id} //= [0, 0, 0]);
    }
    for my $pid (grep { !$now{$_} } keys %looks) {
        delete $container{$pid};
        delete $looks{$pid};
        delete $last{$pid};
    }
    $number++;
    print map { "$number $_ @{ $sum{$_} }\n" } grep { $sum{$_}[1] } keys %sum;
}

sub container {
    my ($pid) = @_;
    return $container{$pid} if $container{$pid} || ($looks{$pid} // 0) >= FIRST_LOOKS;
    $looks{$pid}++;
    my ($id) = (content("/proc/$pid/cgroup") // '') =~ /([0-9a-f]{64})/;
    return $container{$pid} = $id;
}

sub threads {
    my ($pid, $sum) = @_;
    opendir my $tasks, "/proc/$pid/task" or return;
    for my $tid (grep { /^\d+$/ } readdir $tasks) {
        my @now = split ' ', content("/proc/$pid/task/$tid/schedstat") // next;
        my $was = $last{$pid}{$tid} //= [0, 0, 0];
        my ($running, $waiting, $times) = map { $now[$_] - $was->[$_] } 0 .. 2;
        next if $times <= 0;
        $last{$pid}{$tid} = \@now;
        $sum->[0] += $waiting;
        $sum->[1] += $running;
        my $mean = int($waiting / $times);
        $sum->[2] = $mean if $mean > $sum->[2];
    }
}

sub content {
    open my $file, '<', $_[0] or return;
    local $/;
    return scalar <$file>;
}
