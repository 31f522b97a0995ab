package dev.interop.check;

import dev.interop.protocol.TestCase;
import dev.interop.recording.Ending;
import dev.interop.recording.Recording;
import dev.interop.testbed.ProbeResult;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Verdict;
import java.util.Optional;
import java.util.Set;

/**
 * What was seen of an implementation.
 *
 * @param subject who
 * @param engine the platform of the container engine, such as {@code linux/amd64}
 * @param platforms those that the image is made for, as far as is known
 * @param probe its answer to a test case that does not exist; empty where it is not asked
 * @param run a cell that it took part in; empty where there was none
 * @param before what it did with another peer first, where that failed
 * @param peerFailure what the other side did wrong, where that is why there was none
 * @param stop how it ended when it was asked to in the midst of a cell; empty where it was not
 */
record Evidence(
        Subject subject,
        String engine,
        Set<String> platforms,
        Optional<ProbeResult> probe,
        Optional<Run> run,
        Optional<Run> before,
        Optional<String> peerFailure,
        Optional<Ending> stop) {
    Evidence {
        platforms = Set.copyOf(platforms);
    }

    /** Why there is no cell to look at. */
    String noRun() {
        return peerFailure.map(it -> subject.peer().name() + ": " + it).orElse("it did not start");
    }

    /**
     * A cell that was run and judged.
     *
     * @param subject who was checked in it, and with whom
     * @param test its test case
     * @param recording what it left
     * @param verdict what was decided
     */
    record Run(Subject subject, TestCase test, Recording recording, Verdict verdict) {
        /** Whether there was nothing to do. */
        boolean isRefused() {
            return verdict.outcome() == Outcome.UNSUPPORTED;
        }

        /** Whether nothing is known that one of the two did wrong. */
        boolean wentWell() {
            return verdict.outcome() == Outcome.SUCCEEDED || verdict.outcome() == Outcome.UNDECIDED;
        }

        /** Whether one of the two did something wrong. */
        boolean isFailed() {
            return verdict.outcome() == Outcome.FAILED;
        }

        /** Which test case it was, and the other side. */
        String what() {
            return test.name() + " with " + subject.peer().name();
        }

        /** Why it came out so. */
        String why() {
            return verdict.reason().text();
        }
    }
}
