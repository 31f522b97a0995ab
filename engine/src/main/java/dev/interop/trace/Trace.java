package dev.interop.trace;

import java.util.List;

/**
 * A dissected capture.
 *
 * @param file the capture, relative to the recording's folder
 * @param packets its packets in order
 * @param decrypted whether a valid keylog was at hand
 */
public record Trace(String file, List<Packet> packets, boolean decrypted) {
    public Trace {
        packets = List.copyOf(packets);
    }
}
