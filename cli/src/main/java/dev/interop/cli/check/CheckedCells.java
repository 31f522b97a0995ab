package dev.interop.cli.check;

import dev.interop.UserError;
import dev.interop.plan.Cell;
import dev.interop.protocol.TestCase;
import dev.interop.recording.Recording;
import dev.interop.recording.RecordingStore;
import dev.interop.run.CellJudge;
import dev.interop.run.RunBackend;
import dev.interop.testbed.Testbed;
import dev.interop.testbed.cell.CellJob;
import dev.interop.testbed.cell.ProbeJob;
import dev.interop.testbed.cell.ProbeResult;
import dev.interop.testbed.docker.ContainerProcess;
import dev.interop.testbed.lane.Lane;
import dev.interop.verdict.FaultReasons;
import dev.interop.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Runs the cells of a check in one lane: each one once, and once more if the machine was too busy for it. */
final class CheckedCells {
    private static final long SEED = 1;

    private final Testbed testbed;
    private final Lane lane;
    private final CellJudge judge;
    private final Path folder;
    private final Map<Path, CheckedCell> known = new HashMap<>();
    private final Map<Path, List<ContainerProcess>> atTheStop = new ConcurrentHashMap<>();

    CheckedCells(RunBackend backend, Path folder) {
        this(backend.testbed(), backend.judge(), folder);
    }

    private CheckedCells(Testbed testbed, CellJudge judge, Path folder) {
        this.testbed = testbed;
        this.lane = testbed.lanes().get(0);
        this.judge = judge;
        this.folder = folder;
    }

    /** Returns a separate set of cells, with a folder of its own. */
    CheckedCells in(String name) {
        return new CheckedCells(testbed, judge, folder.resolve(name));
    }

    /**
     * Returns the cell of a test case, which runs unless it has run before.
     *
     * @throws UserError when it could not be run and neither endpoint is at fault
     */
    CheckedCell of(Subject subject, TestCase test) {
        var to = folder.resolve("with-" + subject.peer().name()).resolve(test.name());
        var before = known.get(to);
        if (before != null) {
            return before;
        }
        var first = judged(subject, test, to);
        var cell = first.isOverloaded() ? judged(subject, test, to.resolveSibling(test.name() + "-again")) : first;
        if (cell.isMachinesFault()) {
            throw ofTheMachine(cell.title(), cell.reasonText());
        }
        known.put(to, cell);
        return cell;
    }

    private CheckedCell judged(Subject subject, TestCase test, Path to) {
        var recording = record(subject, test, to);
        return new CheckedCell(
                subject, test, recording, judge.judge(recording, test).verdict());
    }

    /**
     * Probes the subject with a test case that does not exist; empty if its role does not get the test case's name.
     *
     * @throws UserError when the probe failed and the image is not at fault
     */
    Optional<ProbeResult> probe(Subject subject) {
        if (!subject.protocol().probed().contains(subject.role())) {
            return Optional.empty();
        }
        var answer = testbed.probe(
                lane,
                new ProbeJob(
                        subject.protocol(),
                        subject.implementation(),
                        subject.role(),
                        subject.route(),
                        folder.resolve("unknown-test-case")));
        answer.fault()
                .filter(it -> !FaultReasons.isOfAnImage(FaultReasons.of(it).code()))
                .ifPresent(it -> {
                    throw ofTheMachine("an unknown test case", it.text());
                });
        return Optional.of(answer);
    }

    private static UserError ofTheMachine(String what, String why) {
        return new UserError("check: %s could not be run: %s; this says nothing of the image, see ./interop doctor"
                        .formatted(what, why))
                .ofEnvironment();
    }

    /** The way the subject ended when it was stopped at the end of this cell. */
    Optional<Stop> stop(CheckedCell cell) {
        return stop(cell.subject(), cell.recording());
    }

    /**
     * Stops the subject in the middle of this test case, over a network that drops all packets, and returns the way it
     * ended.
     */
    Optional<Stop> stopInBlackhole(Subject subject, TestCase test) {
        return stop(
                subject, record(subject, BlackholedTestCase.in(subject.protocol(), test), folder.resolve("stalled")));
    }

    /**
     * Decrypts the captures of this cell with the subject's secrets only, without those of the peer.
     *
     * @throws IOException when the secrets cannot be copied beside the captures
     */
    Verdict opened(CheckedCell cell) throws IOException {
        var from = cell.recording().folder();
        var to = Files.createTempDirectory("interop-secrets-");
        try {
            var keylog = cell.recording().keylog(cell.subject().containerRole());
            for (var file : List.of(
                    from.resolve(Recording.FILE),
                    cell.recording().clientTrace(),
                    cell.recording().serverTrace(),
                    keylog)) {
                var copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                if (Files.isRegularFile(file)) {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            return judge.judge(new RecordingStore().read(to), new DecryptionProbe(cell.test()))
                    .verdict();
        } finally {
            try (var all = Files.walk(to)) {
                for (var file : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(file);
                }
            }
        }
    }

    private Optional<Stop> stop(Subject subject, Recording recording) {
        var running = atTheStop.getOrDefault(recording.folder(), List.of());
        return recording.ending(subject.containerRole()).map(it -> new Stop(it, running));
    }

    private Recording record(Subject subject, TestCase test, Path to) {
        return testbed.run(
                lane,
                new CellJob(
                        new Cell(subject.protocol(), subject.client(), subject.server(), subject.route(), test, SEED),
                        to,
                        bytes -> {},
                        new StopSnapshot(subject.containerRole(), it -> atTheStop.put(to, it))));
    }
}
