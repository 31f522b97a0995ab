package dev.interop.testbed.conditions;

import dev.interop.testbed.docker.OutputSink;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The samples of each container, from the lines that the load meter prints. Safe for use by several threads. */
final class WaitingTimes implements OutputSink {
    /** The samples of some hundred cells that keep several threads busy for a minute. */
    private static final int MOST_SAMPLES = 200_000;

    private static final int LONGEST_LINE = 1000;
    private static final int COLUMNS = 6;
    private static final String MACHINE = "machine";
    /** An hour, which no cell takes. */
    private static final int MOST_OF_MACHINE = 36_000;

    private static final double NANOS_A_MILLISECOND = 1e6;

    private final Map<String, List<Sample>> samples = new LinkedHashMap<>();
    private final Deque<Sample> machine = new ArrayDeque<>();
    private final StringBuilder line = new StringBuilder();
    private int count;

    /**
     * What happened to the threads of a container since the sample before.
     *
     * @param number the number of the sample, the same for all containers
     * @param waitedMillis how long all of them waited
     * @param ranMillis how long all of them ran
     * @param longestMillis the longest wait of one of them
     * @param besidesMillis how long all but that one ran
     */
    record Sample(long number, double waitedMillis, double ranMillis, double longestMillis, double besidesMillis) {}

    @Override
    public synchronized void stdout(byte[] bytes) {
        for (var it : new String(bytes, StandardCharsets.ISO_8859_1).toCharArray()) {
            if (it == '\n') {
                take(line.toString().split(" "));
                line.setLength(0);
            } else if (line.length() < LONGEST_LINE) {
                line.append(it);
            }
        }
    }

    @Override
    public void stderr(byte[] bytes) {
        // Of no use to anybody: without figures, nothing is recorded.
    }

    /** The sample's number, the container's id, and nanoseconds: waited, ran, longest wait, ran besides. */
    private void take(String[] columns) {
        if (columns.length != COLUMNS) {
            return;
        }
        try {
            add(
                    columns[1],
                    new Sample(
                            Long.parseLong(columns[0]),
                            millis(columns[2]),
                            millis(columns[3]),
                            millis(columns[4]),
                            millis(columns[5])));
        } catch (NumberFormatException e) {
            // A line that was cut short.
            return;
        }
        while (count > MOST_SAMPLES) {
            forget(samples.keySet().iterator().next());
        }
    }

    private void add(String container, Sample sample) {
        if (container.equals(MACHINE)) {
            machine.add(sample);
            if (machine.size() > MOST_OF_MACHINE) {
                machine.remove();
            }
            return;
        }
        samples.computeIfAbsent(container, it -> new ArrayList<>()).add(sample);
        count++;
    }

    private static double millis(String nanos) {
        return Long.parseLong(nanos) / NANOS_A_MILLISECOND;
    }

    private void forget(String container) {
        count -= samples.remove(container).size();
    }

    /**
     * The number of a sample → how long the threads ran that are in none of these containers, and what may work for
     * containers does not count.
     *
     * @param from the number of the first sample
     */
    synchronized Map<Long, Double> ranOutside(Set<String> containers, long from) {
        var ran = new HashMap<Long, Double>();
        Stream.concat(
                        machine.stream(),
                        samples.entrySet().stream()
                                .filter(it -> !containers.contains(it.getKey()))
                                .flatMap(it -> it.getValue().stream()))
                .filter(it -> it.number() >= from)
                .forEach(it -> ran.merge(it.number(), it.ranMillis(), Double::sum));
        return ran;
    }

    /** The samples of a container so far. */
    synchronized List<Sample> of(String container) {
        return List.copyOf(samples.getOrDefault(container, List.of()));
    }
}
