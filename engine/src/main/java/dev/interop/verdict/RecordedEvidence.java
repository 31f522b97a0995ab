package dev.interop.verdict;

import dev.interop.recording.Recording;
import dev.interop.trace.Trace;
import dev.interop.trace.TraceReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The evidence that lies in a recording's folder; each capture is read at most once each way. */
final class RecordedEvidence implements Evidence {
    private final Recording recording;
    private final TraceReader reader;
    private final Map<Path, Trace> headers = new HashMap<>();
    private final Map<Path, Trace> dissected = new HashMap<>();

    RecordedEvidence(Recording recording, TraceReader reader) {
        this.recording = recording;
        this.reader = reader;
    }

    @Override
    public Recording recording() {
        return recording;
    }

    @Override
    public Trace clientHeaders() {
        return headers(recording.clientTrace());
    }

    @Override
    public Trace serverHeaders() {
        return headers(recording.serverTrace());
    }

    @Override
    public Trace clientTrace() {
        return dissected(recording.clientTrace());
    }

    @Override
    public Trace serverTrace() {
        return dissected(recording.serverTrace());
    }

    private Trace headers(Path capture) {
        return headers.computeIfAbsent(capture, it -> reader.headers(recording, it));
    }

    private Trace dissected(Path capture) {
        return dissected.computeIfAbsent(capture, it -> reader.dissected(recording, it));
    }
}
