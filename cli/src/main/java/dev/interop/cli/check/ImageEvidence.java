package dev.interop.cli.check;

import dev.interop.testbed.cell.ProbeResult;
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
 * @param opened what its TLS secrets open; empty where it wrote none or the cell did not go well
 * @param stop how it ended when it was asked to in the midst of a cell; empty where it was not
 */
record ImageEvidence(
        Subject subject,
        String engine,
        Set<String> platforms,
        Optional<ProbeResult> probe,
        Optional<CheckedCell> run,
        Optional<CheckedCell> before,
        Optional<String> peerFailure,
        Optional<Verdict> opened,
        Optional<Stop> stop) {
    ImageEvidence {
        platforms = Set.copyOf(platforms);
    }

    /** The same, of somebody who was asked to stop since. */
    ImageEvidence stopped(Optional<Stop> how) {
        return new ImageEvidence(subject, engine, platforms, probe, run, before, peerFailure, opened, how);
    }

    /** Why there is no cell to look at. */
    String noRun() {
        return peerFailure.map(it -> subject.peer().name() + ": " + it).orElse("it did not start");
    }
}
