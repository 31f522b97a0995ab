package dev.interop.testbed.conditions;

import dev.interop.recording.ProcessorWait;
import dev.interop.testbed.docker.OutputSink;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The newest figures of each container, from the lines that the load meter prints. Safe for use by several threads. */
final class WaitingTimes implements OutputSink {
    private static final int MOST_CONTAINERS = 1000;
    private static final int LONGEST_LINE = 1000;
    private static final int COLUMNS = 4;
    private static final double NANOS_A_MILLISECOND = 1e6;

    private final Map<String, ProcessorWait> newest = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ProcessorWait> eldest) {
            return size() > MOST_CONTAINERS;
        }
    };

    private final StringBuilder line = new StringBuilder();

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

    /** A container's id, and nanoseconds: waited, ran, longest wait. */
    private void take(String[] columns) {
        if (columns.length != COLUMNS) {
            return;
        }
        try {
            newest.remove(columns[0]);
            newest.put(columns[0], new ProcessorWait(millis(columns[1]), millis(columns[2]), millis(columns[3])));
        } catch (NumberFormatException e) {
            // A line that was cut short.
            return;
        }
    }

    private static double millis(String nanos) {
        return Math.round(Long.parseLong(nanos) / NANOS_A_MILLISECOND * 10) / 10.0;
    }

    synchronized Optional<ProcessorWait> of(String container) {
        return Optional.ofNullable(newest.get(container));
    }
}
