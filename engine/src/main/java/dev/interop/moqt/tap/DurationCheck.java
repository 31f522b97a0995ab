package dev.interop.moqt.tap;

import dev.interop.recording.Recording;
import dev.interop.tap.TestPoint;
import dev.interop.trace.CaptureSpan;
import dev.interop.verdict.Finding;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Checks the time that a client took for a test case, from its first packet to its result. The client's start does not count.
 *
 * @param limit the test case's limit
 */
@API(status = Status.INTERNAL)
public record DurationCheck(Duration limit) {
    /**
     * The time within which a client passes even beyond the limit. Correct clients took up to 5.8 s for a limit of 3 s on two
     * busy processors, and moq-rs takes 3.5 to 3.6 s for subscribe-before-announce.
     */
    Duration tolerated() {
        return limit.multipliedBy(2).plusSeconds(1);
    }

    /** The finding for a client that took longer than is tolerated. */
    Optional<Finding> finding(Recording recording, TestPoint point) {
        var measured = measured(recording, point);
        var took = measured.isPresent() ? measured : Diagnostic.duration(point);
        if (took.isEmpty() || took.getAsLong() <= tolerated().toNanos() / 1_000) {
            return Optional.empty();
        }
        var how = measured.isPresent() ? "from its first packet to its result" : "by its own duration_ms";
        return Optional.of(new Finding(
                "The client runs the test case within its limit",
                "MoQT contract, limits",
                "a result within the limit of %s, and at most %s on a busy machine"
                        .formatted(seconds(micros(limit)), seconds(micros(tolerated()))),
                "the client took %s %s; the limit is %s"
                        .formatted(seconds(took.getAsLong()), how, seconds(micros(limit))),
                TapReport.where(point.point())));
    }

    /** The time from the client's first packet to its result, in microseconds; empty if one of them is unknown or in disorder. */
    private static OptionalLong measured(Recording recording, TestPoint point) {
        var began = CaptureSpan.clientBegan(recording.clientTrace());
        var arrived = StdoutTimes.of(recording).at(point.point().offset());
        if (began.isEmpty() || arrived.isEmpty()) {
            return OptionalLong.empty();
        }
        long took = arrived.getAsLong() - began.getAsLong() / 1_000;
        return took < 0 ? OptionalLong.empty() : OptionalLong.of(took);
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }

    private static String seconds(long micros) {
        return String.format(Locale.ROOT, "%.1f s", micros / 1e6);
    }
}
