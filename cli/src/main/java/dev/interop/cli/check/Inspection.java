package dev.interop.cli.check;

import dev.interop.UserError;
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
 * Gathers evidence of one image in one role, and examines each requirement: it is probed, takes part in a cell, is
 * stopped in the midst of one, goes through the other test cases, and takes the further ways that it says it has.
 */
@API(status = Status.INTERNAL)
public final class Inspection {
    private final RunBackend backend;
    private final Platforms platforms;
    private final Path folder;

    /**
     * @param backend where it is run and judged
     * @param platforms tells those of images
     * @param folder where all that it leaves goes; each part in a new folder of its own
     */
    public Inspection(RunBackend backend, Platforms platforms, Path folder) {
        this.backend = backend;
        this.platforms = platforms;
        this.folder = folder;
    }

    /**
     * Examines every requirement, in order. Takes some seconds, and what each test case takes; what the image does wrong
     * is in the lines and never thrown.
     *
     * @param candidates the same image with one peer or several; a further one is taken where it does not go well with those
     *     before, since either of two can be at fault
     * @param ways the further ways, each asked for once
     * @param tests the test cases that are wanted, at least one
     * @param lines hears each line as soon as it is known
     * @throws UserError when the other side or the machine failed, so that there is nothing to be seen
     */
    public void of(List<Subject> candidates, List<Variant> ways, List<TestCase> tests, Consumer<Checked> lines) {
        var trials = new CheckedCells(backend, folder);
        var evidence = gather(trials, candidates, tests);
        if (evidence.peerFailure().isPresent()) {
            throw new UserError("it cannot be checked with " + evidence.noRun() + "; name another one with --with")
                    .ofEnvironment();
        }
        examine(Requirements.OF_A_TEST_CASE, evidence, lines);
        var stop = evidence.run().flatMap(it -> stop(trials, it));
        examine(Requirements.OF_THE_END, evidence.stopped(stop), lines);
        new OtherTestCases(trials, candidates, tests).examine(evidence, lines);
        evidence.run()
                .filter(it -> !it.isDeclined())
                .ifPresent(it -> ways.forEach(way -> lines.accept(way.examine(trials, it))));
    }

    private static void examine(List<Requirement> requirements, ImageEvidence evidence, Consumer<Checked> lines) {
        requirements.stream()
                .filter(it -> it.concerns(evidence.subject()))
                .map(it -> new Checked(it.rule(), it.section(), it.examine(evidence)))
                .forEach(lines);
    }

    private ImageEvidence gather(CheckedCells trials, List<Subject> candidates, List<TestCase> tests) {
        var first = candidates.get(0);
        var image = first.endpoint().image().orElse("");
        var probe = trials.probe(first);
        var startable = probe.flatMap(ProbeResult::fault).isEmpty();
        var tried = startable ? tried(trials, candidates, tests) : List.<CheckedCell>of();
        var well = tried.stream().filter(CheckedCell::wentWell).findFirst();
        var run = well.or(() -> tried.stream().filter(it -> !it.isPeersDoing()).findFirst())
                .or(() -> tried.stream().findFirst());
        var subject = run.map(CheckedCell::subject).orElse(first);
        var before = tried.stream().filter(CheckedCell::isFailed).findFirst().filter(it -> well.isPresent());
        var peerFailure = run.filter(CheckedCell::isPeersDoing).map(CheckedCell::why);
        return new ImageEvidence(
                subject,
                platforms.engine(),
                platforms.of(image),
                probe,
                run.filter(it -> peerFailure.isEmpty()),
                before,
                peerFailure,
                well.flatMap(it -> opened(trials, it)),
                Optional.empty());
    }

    private static Optional<Verdict> opened(CheckedCells trials, CheckedCell run) {
        try {
            var keylog = run.recording().keylog(run.subject().part());
            return Files.isRegularFile(keylog) && Files.size(keylog) > 0
                    ? Optional.of(trials.opened(run))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UserError("check: its TLS secrets cannot be looked at: " + e.getMessage(), e).ofEnvironment();
        }
    }

    /** With one candidate after the other, until it goes well. */
    private static List<CheckedCell> tried(CheckedCells trials, List<Subject> candidates, List<TestCase> tests) {
        var tried = new ArrayList<CheckedCell>();
        for (var candidate : candidates) {
            first(trials, candidate, tests).ifPresent(tried::add);
            if (tried.stream().anyMatch(CheckedCell::wentWell)) {
                break;
            }
        }
        return tried;
    }

    /**
     * The first test case that neither side declines, else the last one that was tried. One in which the subject fetches
     * files tells most.
     */
    private static Optional<CheckedCell> first(CheckedCells trials, Subject subject, List<TestCase> tests) {
        Optional<CheckedCell> last = Optional.empty();
        var telling = tests.stream()
                .sorted(Comparator.comparing(subject::fetches).reversed())
                .toList();
        for (var test : telling) {
            last = Optional.of(trials.of(subject, test));
            if (!last.get().isDeclined()) {
                return last;
            }
        }
        return last;
    }

    /** A server is stopped at the end of a cell, unless it is over with its client; a client only when its time is over. */
    private static Optional<Stop> stop(CheckedCells trials, CheckedCell run) {
        var subject = run.subject();
        var ending = run.recording().ending(subject.part());
        if (!subject.connects() && ending.filter(it -> it.exitedWith(0)).isEmpty()) {
            return trials.stop(run);
        }
        return run.isDeclined() ? Optional.empty() : trials.stalled(subject, run.test());
    }
}
