package dev.interop.testbed.cell;

import dev.interop.recording.Times;
import dev.interop.testbed.concurrent.MonotonicTime;
import java.util.OptionalLong;

/** Measures a cell's phases. */
final class PhaseStopwatch {
    private static final double NANOS_A_SECOND = 1e9;

    private final MonotonicTime time;
    private final long begun;
    private long prepared;
    private long ready;
    private long ended;
    private long copied;

    PhaseStopwatch(MonotonicTime time) {
        this.time = time;
        this.begun = time.nanos();
        this.prepared = begun;
        this.ready = begun;
        this.ended = begun;
        this.copied = begun;
    }

    /** Notes the start of a container. Only the first call counts. */
    synchronized void starting() {
        if (prepared == begun) {
            prepared = time.nanos();
        }
    }

    /** Notes the end of the cell. The client could begin at {@code readyAt}, if it is present. */
    synchronized void ended(OptionalLong readyAt) {
        ended = time.nanos();
        prepared = prepared == begun ? ended : prepared;
        ready = readyAt.orElse(ended);
    }

    void copied() {
        copied = time.nanos();
    }

    Times times() {
        return new Times(
                seconds(begun, prepared), seconds(prepared, ready), seconds(ready, ended), seconds(ended, copied));
    }

    private static double seconds(long from, long to) {
        return Math.max(0, to - from) / NANOS_A_SECOND;
    }
}
