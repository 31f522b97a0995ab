package dev.interop.cli.check;

import dev.interop.testbed.cell.ProbeResult;
import dev.interop.verdict.Verdict;
import java.util.Optional;
import java.util.Set;

/**
 * The evidence about an implementation that the requirements examine.
 *
 * @param subject the implementation with its role and peer
 * @param engine the platform of the container engine, such as {@code linux/amd64}
 * @param platforms the platforms that the image is made for, as far as they are known
 * @param probe its answer to a test case that does not exist; empty if it was not probed
 * @param run a cell that it took part in; empty if there was none
 * @param before the failed cells with earlier peers
 * @param peerFailure the fault of the peer, if that is why there was no cell
 * @param opened the verdict on the captures decrypted with its TLS secrets; empty if it wrote none or the cell did not
 *     go well
 * @param stop the way it ended when it was stopped in the middle of a cell; empty if it was not stopped
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

    /** The same evidence, with the way the implementation was stopped. */
    ImageEvidence stopped(Optional<Stop> how) {
        return new ImageEvidence(subject, engine, platforms, probe, run, before, peerFailure, opened, how);
    }

    /** Whether the endpoint's container had this variable, as far as it is known. */
    boolean mayHaveVariable(String name) {
        var variables = run.map(it -> it.recording().env(it.subject().containerRole()));
        return variables.filter(it -> !it.isEmpty() && !it.containsKey(name)).isEmpty();
    }

    /** The reason why there is no cell. */
    String noRun() {
        return peerFailure.map(it -> subject.peer().name() + ": " + it).orElse("it did not start");
    }
}
