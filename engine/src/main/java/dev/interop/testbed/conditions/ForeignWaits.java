package dev.interop.testbed.conditions;

import dev.interop.recording.ContainerRole;
import dev.interop.recording.ProcessorWait;
import dev.interop.testbed.conditions.WaitingTimes.Sample;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The waits of a cell's containers that others have caused. An endpoint could otherwise keep the processors busy, and its
 * failure would count as that of an overloaded machine. A thread waits for its own cell only while all processors run
 * other threads of that cell, so what these ran, divided by the processors, is not the others' doing. A cell that keeps to
 * one processor waits longer for itself; but it cannot wait for others longer than these ran. And where many threads of a
 * container wait at the same time, others let the container run now and then, and its threads wait for each other's turns: a
 * thread of twice as many as there are processors waits twice as long as one alone would.
 */
final class ForeignWaits {
    /** The time between two samples, or less. */
    private static final double INTERVAL_MILLIS = 100;

    private final double processors;
    private final Map<Long, Double> cell = new HashMap<>();
    private final Map<Long, Double> others;

    private ForeignWaits(Collection<List<Sample>> cell, Map<Long, Double> others, double processors) {
        this.processors = processors;
        this.others = others;
        cell.forEach(samples -> samples.forEach(it -> this.cell.merge(it.number(), it.ranMillis(), Double::sum)));
    }

    /**
     * @param cell role → the samples of its container
     * @param others the number of a sample → how long threads ran that are none of the cell's and do not work for it
     * @param processors the most processors that a container gets
     */
    static Map<ContainerRole, ProcessorWait> of(
            Map<ContainerRole, List<Sample>> cell, Map<Long, Double> others, double processors) {
        var foreign = new ForeignWaits(cell.values(), others, processors);
        return cell.entrySet().stream()
                .filter(it -> !it.getValue().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        it -> foreign.of(it.getValue()),
                        (a, b) -> a,
                        () -> new EnumMap<>(ContainerRole.class)));
    }

    private ProcessorWait of(List<Sample> samples) {
        var waited = samples.stream().collect(Collectors.toMap(Sample::number, Sample::waitedMillis, Double::sum));
        return new ProcessorWait(
                rounded(samples.stream().mapToDouble(Sample::waitedMillis).sum()),
                rounded(samples.stream().mapToDouble(Sample::ranMillis).sum()),
                rounded(samples.stream()
                        .mapToDouble(it -> foreign(it) / turns(it, waited))
                        .max()
                        .orElse(0)));
    }

    /** The part of the longest wait that others have caused, if that is most of it. */
    private double foreign(Sample it) {
        var wait = it.longestMillis();
        // A thread does not wait while it runs itself.
        var ranOfCell = during(it, cell) - it.ranMillis() + it.besidesMillis();
        var own = Math.max(ranOfCell / processors, wait - during(it, others));
        return wait > 2 * own ? wait - own : 0;
    }

    /** How many threads of the container took turns on each processor while one waited longest; at least one. */
    private double turns(Sample it, Map<Long, Double> waited) {
        var waiting = during(it, waited) / (samples(it) * INTERVAL_MILLIS);
        return Math.max(1, waiting / processors);
    }

    /** The sum over all samples in which the wait may have been: it ended in this one. */
    private static double during(Sample it, Map<Long, Double> ofSample) {
        return LongStream.rangeClosed(it.number() - samples(it) + 1, it.number())
                .mapToDouble(number -> ofSample.getOrDefault(number, 0.0))
                .sum();
    }

    private static long samples(Sample it) {
        return (long) Math.ceil(it.longestMillis() / INTERVAL_MILLIS) + 1;
    }

    private static double rounded(double millis) {
        return Math.round(millis * 10) / 10.0;
    }
}
