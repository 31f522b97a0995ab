package dev.interop.cli.check;

import dev.interop.UserError;
import dev.interop.protocol.ContractCase;
import dev.interop.protocol.TestCase;
import dev.interop.run.RunBackend;
import dev.interop.testbed.cell.ProbeResult;
import dev.interop.verdict.Verdict;
import dev.interop.verdict.Verdict.Checked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Gathers evidence about one image in one role, and examines each requirement. The image is probed, takes part in a
 * cell, is stopped in the middle of one, performs the other test cases, and uses its further transports and drafts.
 */
@API(status = Status.INTERNAL)
public final class Inspection {
    private final RunBackend backend;
    private final Platforms platforms;
    private final Path folder;

    /**
     * @param backend runs and judges cells
     * @param platforms finds the platforms of images
     * @param folder the folder for recordings, each in a new folder of its own
     */
    public Inspection(RunBackend backend, Platforms platforms, Path folder) {
        this.backend = backend;
        this.platforms = platforms;
        this.folder = folder;
    }

    /**
     * Examines every requirement, in order. Faults of the image are in the lines and are never thrown.
     *
     * @param candidates the same image with one peer or several; a further peer is tried if cells with earlier ones
     *     fail, since either endpoint can be at fault
     * @param variants the further transports and drafts, each checked once
     * @param tests the selected test cases, at least one
     * @param further the contract's further test cases for the subject's role
     * @param lines receives each line as soon as it is known
     * @throws UserError when the peer or the machine failed, so that there is no evidence
     */
    public void of(
            List<Subject> candidates,
            List<Variant> variants,
            List<TestCase> tests,
            List<ContractCase> further,
            Consumer<Checked> lines) {
        var cells = new CheckedCells(backend, folder);
        var evidence = gather(cells, candidates, tests);
        if (evidence.peerFailure().isPresent()) {
            throw new UserError("it cannot be checked with " + evidence.noRun() + "; name another one with --with")
                    .ofEnvironment();
        }
        examine(Requirements.ofATestCase(evidence.subject().protocol()), evidence, lines);
        var stop = evidence.run().flatMap(it -> stop(cells, it));
        examine(Requirements.OF_THE_END, evidence.stopped(stop), lines);
        new OtherTestCases(cells, candidates, tests, further).examine(evidence, lines);
        evidence.run()
                .filter(it -> !it.isDeclined())
                .ifPresent(it -> variants.forEach(variant -> lines.accept(variant.examine(cells, it))));
    }

    private static void examine(List<Requirement> requirements, ImageEvidence evidence, Consumer<Checked> lines) {
        requirements.stream()
                .filter(it -> it.concerns(evidence))
                .map(it -> new Checked(it.rule(), it.section(), it.examine(evidence)))
                .forEach(lines);
    }

    private ImageEvidence gather(CheckedCells cells, List<Subject> candidates, List<TestCase> tests) {
        var first = candidates.get(0);
        var image = first.endpoint().image().orElse("");
        var probe = cells.probe(first);
        var startable = probe.flatMap(ProbeResult::fault).isEmpty();
        var tried = startable ? tried(cells, candidates, tests) : List.<CheckedCell>of();
        var well = tried.stream().filter(CheckedCell::wentWell).findFirst();
        var run = well.or(() -> tried.stream().filter(it -> !it.isPeersFault()).findFirst())
                .or(() -> tried.stream().findFirst());
        var subject = run.map(CheckedCell::subject).orElse(first);
        var before = tried.stream().filter(CheckedCell::isFailed).findFirst().filter(it -> well.isPresent());
        var peerFailure = run.filter(CheckedCell::isPeersFault).map(CheckedCell::reasonText);
        return new ImageEvidence(
                subject,
                platforms.engine(),
                platforms.of(image),
                probe,
                run.filter(it -> peerFailure.isEmpty()),
                before,
                peerFailure,
                well.flatMap(it -> opened(cells, it)),
                Optional.empty());
    }

    private static Optional<Verdict> opened(CheckedCells cells, CheckedCell run) {
        try {
            var keylog = run.recording().keylog(run.subject().containerRole());
            return Files.isRegularFile(keylog) && Files.size(keylog) > 0
                    ? Optional.of(cells.opened(run))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UserError("check: its TLS secrets cannot be looked at: " + e.getMessage(), e).ofEnvironment();
        }
    }

    /** Runs a cell with one candidate after the other, until one goes well or enough of them did not. */
    private static List<CheckedCell> tried(CheckedCells cells, List<Subject> candidates, List<TestCase> tests) {
        var tried = new ArrayList<CheckedCell>();
        for (var candidate : candidates) {
            first(cells, candidate, tests).ifPresent(tried::add);
            if (tried.stream().anyMatch(CheckedCell::wentWell) || Peers.areEnough(tried)) {
                break;
            }
        }
        return tried;
    }

    /**
     * Runs the first test case that neither endpoint declines, else returns the last one tried. Test cases in which the
     * subject fetches files come first, since they show most.
     */
    private static Optional<CheckedCell> first(CheckedCells cells, Subject subject, List<TestCase> tests) {
        Optional<CheckedCell> last = Optional.empty();
        var telling = tests.stream()
                .sorted(Comparator.comparing(subject::fetches).reversed())
                .toList();
        for (var test : telling) {
            last = Optional.of(cells.of(subject, test));
            if (!last.get().isDeclined()) {
                return last;
            }
        }
        return last;
    }

    /**
     * The way the subject was stopped. A server is stopped at the end of each cell, unless it ends with its client; a
     * client is stopped only at the time limit.
     */
    private static Optional<Stop> stop(CheckedCells cells, CheckedCell run) {
        var subject = run.subject();
        var ending = run.recording().ending(subject.containerRole());
        if (!subject.connects() && ending.filter(it -> it.exitedWith(0)).isEmpty()) {
            return cells.stop(run);
        }
        return run.isDeclined() ? Optional.empty() : cells.stopInBlackhole(subject, run.test());
    }
}
