package dev.interop.testbed.conditions;

import dev.interop.testbed.concurrent.MonotonicTime;
import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.EngineFailure;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Asks the container engine all the time whether it answers. An engine that was restarted, or stood still, has changed
 * cells in ways that look like the endpoints' doing: their containers are gone, or nobody heard of their end.
 */
@API(status = Status.INTERNAL)
public final class EnginePulse {
    /** An engine takes longer to restart. */
    public static final Duration INTERVAL = Duration.ofMillis(500);

    /** An engine answers within milliseconds; within seconds on a machine whose processors are all busy. */
    static final Duration SLOW = Duration.ofSeconds(5);

    private static final int MOST = 1000;

    private final ContainerBackend engine;
    private final MonotonicTime time;
    private final Deque<Silence> silences = new ArrayDeque<>();
    private long heard;
    private OptionalLong asked = OptionalLong.empty();
    private boolean refused;

    /**
     * @param engine answers now
     */
    public EnginePulse(ContainerBackend engine, MonotonicTime time) {
        this.engine = engine;
        this.time = time;
        this.heard = time.nanos();
    }

    /** A time in which the engine did not answer. */
    private record Silence(long from, long to) {}

    /** Asks once. */
    public void beat() {
        synchronized (this) {
            asked = OptionalLong.of(time.nanos());
        }
        try {
            engine.ping();
            answered();
        } catch (EngineFailure e) {
            failed();
        }
    }

    private synchronized void answered() {
        var now = time.nanos();
        if (refused || now - asked.orElse(now) > SLOW.toNanos()) {
            silences.add(new Silence(heard, now));
            while (silences.size() > MOST) {
                silences.remove();
            }
        }
        heard = now;
        asked = OptionalLong.empty();
        refused = false;
    }

    private synchronized void failed() {
        refused = true;
        asked = OptionalLong.empty();
    }

    /**
     * The longest time since a moment in which the engine could not be reached, or took longer than 5 s to answer.
     *
     * @param since the moment in nanoseconds of the testbed's time
     */
    public synchronized Duration longestSilence(long since) {
        var now = time.nanos();
        var lasting = refused || asked.isPresent() && now - asked.getAsLong() > SLOW.toNanos();
        var longest = lasting ? now - heard : 0;
        for (var it : silences) {
            if (it.to() > since) {
                longest = Math.max(longest, it.to() - it.from());
            }
        }
        return Duration.ofNanos(longest);
    }
}
