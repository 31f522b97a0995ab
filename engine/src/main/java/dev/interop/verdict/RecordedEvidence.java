package dev.interop.verdict;

import dev.interop.recording.Recording;
import dev.interop.trace.Depth;
import dev.interop.trace.Keylog;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import dev.interop.trace.TraceReader;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The evidence in a recording's folder. */
final class RecordedEvidence implements CellEvidence {
    private final Recording recording;
    private final TraceReader reader;
    private final Map<Side, Map<Depth, Trace>> traces = new EnumMap<>(Side.class);

    RecordedEvidence(Recording recording, TraceReader reader) {
        this.recording = recording;
        this.reader = reader;
    }

    @Override
    public Recording recording() {
        return recording;
    }

    @Override
    public Trace trace(Side side, Depth depth) {
        var known = traces.computeIfAbsent(side, it -> new EnumMap<>(Depth.class));
        for (var deeper : Depth.values()) {
            if (deeper.compareTo(depth) >= 0 && known.containsKey(deeper)) {
                return asFarAs(depth, known.get(deeper));
            }
        }
        var trace = reader.read(recording, side, depth);
        known.put(depth, trace);
        return trace;
    }

    /** 1-RTT packets without their contents are no gap for a check that does not ask for any. */
    private static Trace asFarAs(Depth depth, Trace trace) {
        return depth.compareTo(Depth.FULL) < 0 ? trace.with(trace.completeness().ofHandshake()) : trace;
    }

    @Override
    public boolean hasKeys() {
        return Keylog.isIn(recording);
    }

    @Override
    public Optional<Trace> alreadyRead(String file) {
        return traces.values().stream()
                .flatMap(it -> it.entrySet().stream())
                .filter(it -> it.getValue().file().equals(file))
                .max(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue);
    }
}
