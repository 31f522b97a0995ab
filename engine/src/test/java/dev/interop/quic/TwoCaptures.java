package dev.interop.quic;

import dev.interop.recording.Recording;
import dev.interop.testing.RecordingBuilder;
import dev.interop.trace.Depth;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import dev.interop.verdict.Evidence;
import java.nio.file.Path;

/**
 * Evidence of a cell whose captures differ.
 *
 * @param client the capture at the client's side
 * @param server the capture at the server's side
 */
record TwoCaptures(Trace client, Trace server) implements Evidence {
    @Override
    public Recording recording() {
        return RecordingBuilder.recording(Path.of("nowhere")).build();
    }

    @Override
    public Trace trace(Side side, Depth depth) {
        return side == Side.CLIENT ? client : server;
    }
}
