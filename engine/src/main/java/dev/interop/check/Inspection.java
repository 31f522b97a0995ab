package dev.interop.check;

import dev.interop.UserError;
import dev.interop.protocol.TestCase;
import dev.interop.recording.Ending;
import dev.interop.recording.Part;
import dev.interop.recording.Recording;
import dev.interop.run.CellJudge;
import dev.interop.run.Equipment;
import dev.interop.testbed.CellJob;
import dev.interop.testbed.Lane;
import dev.interop.testbed.ProbeJob;
import dev.interop.testbed.ProbeResult;
import dev.interop.testbed.Testbed;
import dev.interop.testbed.docker.Engine;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Gathers evidence of one image in one role, and examines each requirement: it is probed, takes part in a cell, and is
 * stopped in the midst of one.
 */
public final class Inspection {
    private static final long SEED = 1;

    private final Testbed testbed;
    private final Engine engine;
    private final CellJudge judge;
    private final Path folder;

    /**
     * @param equipment where it is run and judged
     * @param engine tells platforms
     * @param folder where all that it leaves goes; each part in a new folder of its own
     */
    public Inspection(Equipment equipment, Engine engine, Path folder) {
        this.testbed = equipment.testbed();
        this.judge = equipment.judge();
        this.engine = engine;
        this.folder = folder;
    }

    /**
     * One requirement and what came of it.
     *
     * @param text what is required
     * @param section its section of {@code docs/contract.md}
     * @param answer what came of it
     */
    public record Line(String text, String section, Answer answer) {}

    /**
     * Every requirement, in order. Takes some seconds; what the image does wrong is in the lines and never thrown.
     *
     * @param candidates the same image with one peer or several; a further one is taken where it does not go well with those
     *     before, since either of two can be at fault
     * @throws UserError when the other side failed, so that there is nothing to be seen
     */
    public List<Line> of(List<Subject> candidates) {
        var evidence = gather(candidates);
        var subject = evidence.subject();
        if (evidence.peerFailure().isPresent()) {
            throw new UserError("it cannot be checked with " + evidence.noRun() + "; name another one with --with")
                    .ofEnvironment();
        }
        return Requirements.ALL.stream()
                .filter(it -> it.concerns(subject))
                .map(it -> new Line(it.text(), it.section(), it.examine(evidence)))
                .toList();
    }

    private Evidence gather(List<Subject> candidates) {
        var lane = testbed.lanes().get(0);
        var first = candidates.get(0);
        var image = first.endpoint().image().orElse("");
        var probe = probe(lane, first);
        var startable = probe.flatMap(ProbeResult::fault).isEmpty();
        var runs = startable ? runs(lane, candidates) : List.<Evidence.Run>of();
        var well = runs.stream().filter(Evidence.Run::wentWell).findFirst();
        var run = well.or(() -> runs.stream().findFirst());
        var subject = run.map(Evidence.Run::subject).orElse(first);
        var before = runs.stream().filter(Evidence.Run::isFailed).findFirst().filter(it -> well.isPresent());
        var peerFailure = run.filter(Inspection::peerFailed).map(Evidence.Run::why);
        run = run.filter(it -> peerFailure.isEmpty());
        var stop = run.flatMap(it -> stop(lane, it));
        return new Evidence(
                subject, engine.platform(), engine.images().platforms(image), probe, run, before, peerFailure, stop);
    }

    /** With one candidate after the other, until it goes well. */
    private List<Evidence.Run> runs(Lane lane, List<Subject> candidates) {
        var runs = new ArrayList<Evidence.Run>();
        for (var candidate : candidates) {
            run(lane, candidate, folder.resolve("with-" + candidate.peer().name()))
                    .ifPresent(runs::add);
            if (runs.stream().anyMatch(Evidence.Run::wentWell)) {
                break;
            }
        }
        return runs;
    }

    private Optional<ProbeResult> probe(Lane lane, Subject subject) {
        if (!subject.protocol().probed().contains(subject.role())) {
            return Optional.empty();
        }
        return Optional.of(testbed.probe(
                lane,
                new ProbeJob(
                        subject.protocol(),
                        subject.implementation(),
                        subject.role(),
                        subject.route(),
                        folder.resolve("unknown-test-case"))));
    }

    /**
     * The first test case that neither side refuses, else the last one that was tried. One in which the subject fetches
     * files tells most.
     */
    private Optional<Evidence.Run> run(Lane lane, Subject subject, Path to) {
        Optional<Evidence.Run> last = Optional.empty();
        var tests = subject.protocol().testCases().stream()
                .sorted(Comparator.comparing(subject::fetches).reversed())
                .toList();
        for (var test : tests) {
            var recording = record(lane, subject, test, to.resolve(test.name()));
            var verdict = judge.judge(recording, test).verdict();
            last = Optional.of(new Evidence.Run(subject, test, recording, verdict));
            if (verdict.outcome() != Outcome.UNSUPPORTED) {
                return last;
            }
        }
        return last;
    }

    /** A server that is gone, or an image that is not there, is not the fault of the other side. */
    private static boolean peerFailed(Evidence.Run run) {
        var subject = run.subject();
        var code = run.verdict().reason().code();
        var peer = subject.connects() ? Part.SERVER : Part.CLIENT;
        var refused = subject.connects() ? ReasonCode.SERVER_UNSUPPORTED : ReasonCode.CLIENT_UNSUPPORTED;
        return code == refused
                || subject.connects() && code == ReasonCode.SERVER_ENDED
                || run.recording()
                        .ending(peer)
                        .filter(it -> it.how() == Ending.How.NOT_STARTED)
                        .isPresent();
    }

    /** A server is stopped at the end of a cell, unless it is over with its client; a client only when its time is over. */
    private Optional<Ending> stop(Lane lane, Evidence.Run run) {
        var subject = run.subject();
        var ending = run.recording().ending(subject.part());
        if (!subject.connects() && ending.filter(it -> it.exitedWith(0)).isEmpty()) {
            return ending;
        }
        if (run.verdict().outcome() == Outcome.UNSUPPORTED) {
            return Optional.empty();
        }
        return record(lane, subject, Stalled.in(subject.protocol(), run.test()), folder.resolve("stalled"))
                .ending(subject.part());
    }

    private Recording record(Lane lane, Subject subject, TestCase test, Path to) {
        return testbed.run(
                lane,
                new CellJob(
                        subject.protocol(),
                        subject.client(),
                        subject.server(),
                        subject.route(),
                        test,
                        SEED,
                        to,
                        bytes -> {}));
    }
}
