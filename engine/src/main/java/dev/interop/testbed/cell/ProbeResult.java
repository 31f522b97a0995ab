package dev.interop.testbed.cell;

import dev.interop.recording.ContainerEnd;
import dev.interop.recording.Fault;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The response of an implementation to an unknown test case.
 *
 * @param compliant whether it ended by itself with exit code 127
 * @param image the image's id ({@code sha256:…}), empty when it is missing
 * @param ending how its container ended
 * @param testcase the random value of TESTCASE
 * @param fault the reason why it could not be started, if any
 */
@API(status = Status.INTERNAL)
public record ProbeResult(
        boolean compliant,
        Optional<String> image,
        Optional<ContainerEnd> ending,
        String testcase,
        Optional<Fault> fault) {
    /** How it behaved, for people; empty if that is unknown. */
    public Optional<String> behaviour() {
        return ending.map(ProbeResult::text);
    }

    private static String text(ContainerEnd ending) {
        return switch (ending.how()) {
            case EXITED -> "it ended with exit code " + ending.exitCode().orElse(-1);
            case STOPPED, TIMED_OUT -> "it kept running";
            case OUT_OF_MEMORY -> "it ran out of memory";
            case DISK_LIMIT -> ending.detail();
            case NOT_STARTED -> "it did not start: " + ending.detail();
        };
    }
}
