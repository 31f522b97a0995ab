package dev.interop.testbed.cell;

import dev.interop.recording.Times;
import java.util.OptionalLong;

/** Measures a cell's phases. */
final class PhaseStopwatch {
    private static final double NANOS_A_SECOND = 1e9;

    private final long begun = System.nanoTime();
    private long prepared = begun;
    private long ready = begun;
    private long ended = begun;
    private long copied = begun;

    /** A container is being started; the first one counts. */
    synchronized void starting() {
        if (prepared == begun) {
            prepared = System.nanoTime();
        }
    }

    /** The cell has ended; the client could begin at {@code readyAt}, if ever. */
    synchronized void ended(OptionalLong readyAt) {
        ended = System.nanoTime();
        prepared = prepared == begun ? ended : prepared;
        ready = readyAt.orElse(ended);
    }

    void copied() {
        copied = System.nanoTime();
    }

    Times times() {
        return new Times(
                seconds(begun, prepared), seconds(prepared, ready), seconds(ready, ended), seconds(ended, copied));
    }

    private static double seconds(long from, long to) {
        return Math.max(0, to - from) / NANOS_A_SECOND;
    }
}
