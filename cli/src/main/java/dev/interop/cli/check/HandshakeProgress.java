package dev.interop.cli.check;

import dev.interop.trace.Depth;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.trace.TraceReader;
import dev.interop.trace.TraceUnavailable;
import java.io.IOException;

/** Finds out how far the handshake of a cell got. */
final class HandshakeProgress {
    private HandshakeProgress() {}

    /**
     * Whether a Handshake packet (RFC 9001 section 4) was captured; before it no endpoint has a secret.
     *
     * @throws TraceUnavailable when the capture cannot be read
     */
    static boolean isIn(CheckedCell run) {
        // Headers need no dissector.
        var reader = new TraceReader((files, command, stdout) -> {
            throw new IOException("nothing is dissected here");
        });
        return reader.read(run.recording(), Side.CLIENT, Depth.HEADERS).packets().stream()
                .anyMatch(it -> it.type() == PacketType.HANDSHAKE);
    }
}
