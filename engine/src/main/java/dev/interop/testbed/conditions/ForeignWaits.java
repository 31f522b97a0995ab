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

/**
 * The waits of a cell's containers that the cell itself cannot have caused. A thread waits for its own cell only while all
 * processors run threads of that cell, so what these ran, divided by the processors, is subtracted from its wait. Otherwise
 * an endpoint could keep the processors busy, and its failure would count as that of an overloaded machine.
 */
final class ForeignWaits {
    private final double processors;
    private final Map<Long, Double> ran = new HashMap<>();

    private ForeignWaits(Collection<List<Sample>> cell, double processors) {
        this.processors = processors;
        cell.forEach(samples -> samples.forEach(it -> ran.merge(it.number(), it.ranMillis(), Double::sum)));
    }

    /**
     * @param cell role → the samples of its container
     * @param processors the most processors that a container gets
     */
    static Map<ContainerRole, ProcessorWait> of(Map<ContainerRole, List<Sample>> cell, double processors) {
        var foreign = new ForeignWaits(cell.values(), processors);
        return cell.entrySet().stream()
                .filter(it -> !it.getValue().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        it -> foreign.of(it.getValue()),
                        (a, b) -> a,
                        () -> new EnumMap<>(ContainerRole.class)));
    }

    private ProcessorWait of(List<Sample> samples) {
        return new ProcessorWait(
                rounded(samples.stream().mapToDouble(Sample::waitedMillis).sum()),
                rounded(samples.stream().mapToDouble(Sample::ranMillis).sum()),
                rounded(samples.stream().mapToDouble(this::foreign).max().orElse(0)));
    }

    private double foreign(Sample it) {
        return Math.max(0, it.longestMillis() - ran.get(it.number()) / processors);
    }

    private static double rounded(double millis) {
        return Math.round(millis * 10) / 10.0;
    }
}
