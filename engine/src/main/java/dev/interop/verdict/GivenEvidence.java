package dev.interop.verdict;

import dev.interop.recording.Recording;
import dev.interop.trace.Depth;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import java.util.Optional;

/**
 * A recording with a trace that is there already, used for both captures and every depth.
 *
 * @param recording the recording
 * @param trace the trace
 */
record GivenEvidence(Recording recording, Trace trace) implements CellEvidence {
    @Override
    public Trace trace(Side side, Depth depth) {
        return trace;
    }

    @Override
    public boolean hasKeys() {
        return trace.decrypted();
    }

    @Override
    public Optional<Trace> alreadyRead(String file) {
        return Optional.of(trace).filter(it -> it.file().equals(file));
    }
}
