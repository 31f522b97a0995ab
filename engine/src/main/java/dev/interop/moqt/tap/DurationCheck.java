package dev.interop.moqt.tap;

import dev.interop.recording.Recording;
import dev.interop.tap.TestPoint;
import dev.interop.trace.CaptureSpan;
import dev.interop.verdict.Finding;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How long a client took for a test case: from its first packet, so that it may take its time to start, to its result.
 *
 * @param limit the test case's
 */
public record DurationCheck(Duration limit) {
    /**
     * Within this a client is not failed: honest ones were seen to take 5.8 s where 3 s are allowed, on two processors that
     * were busy with other things, and moq-rs takes 3.5 to 3.6 s for subscribe-before-announce.
     */
    Duration bearable() {
        return limit.multipliedBy(2).plusSeconds(1);
    }

    /** What is wrong where a client took longer than can be borne. */
    Optional<Finding> finding(Recording recording, TestPoint point) {
        var seen = seen(recording, point);
        var took = seen.isPresent() ? seen : Diagnostic.duration(point);
        if (took.isEmpty() || took.getAsLong() <= bearable().toNanos() / 1_000) {
            return Optional.empty();
        }
        var how = seen.isPresent() ? "from its first packet to its result" : "by its own word";
        return Optional.of(new Finding(
                "The client runs the test case within its limit",
                "MoQT contract, limits",
                "a result within the limit of %s, and at most %s on a busy machine"
                        .formatted(seconds(micros(limit)), seconds(micros(bearable()))),
                "the client took %s %s; the limit is %s"
                        .formatted(seconds(took.getAsLong()), how, seconds(micros(limit))),
                TapReport.where(point.point())));
    }

    /** Microseconds; empty where capture or times are not there, or do not agree. */
    private static OptionalLong seen(Recording recording, TestPoint point) {
        var began = CaptureSpan.clientBegan(recording.clientTrace());
        var came = StdoutTimes.of(recording).at(point.point().offset());
        if (began.isEmpty() || came.isEmpty()) {
            return OptionalLong.empty();
        }
        long took = came.getAsLong() - began.getAsLong() / 1_000;
        return took < 0 ? OptionalLong.empty() : OptionalLong.of(took);
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }

    private static String seconds(long micros) {
        return String.format(Locale.ROOT, "%.1f s", micros / 1e6);
    }
}
