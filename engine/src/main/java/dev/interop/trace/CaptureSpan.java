package dev.interop.trace;

import java.nio.file.Path;
import java.util.OptionalDouble;

/** How long a capture lasts. Needs no dissector. */
public final class CaptureSpan {
    private CaptureSpan() {}

    /**
     * Seconds between the first and the last frame; of a capture that is cut short, up to the cut.
     *
     * @return empty when there is no frame or no readable capture
     */
    public static OptionalDouble of(Path capture) {
        long first = 0;
        long last = 0;
        boolean any = false;
        try (var reader = CaptureReader.open(capture.toString(), capture)) {
            for (var frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                last = frame.get().nanos();
                first = any ? first : last;
                any = true;
            }
        } catch (TraceUnavailable cut) {
            // what came before still counts
        }
        return any ? OptionalDouble.of((last - first) / 1e9) : OptionalDouble.empty();
    }
}
