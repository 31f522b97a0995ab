package dev.interop.cli.check;

import dev.interop.UserError;
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

/** Runs what is asked for, each cell once, in one lane. */
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

    /** Others, in a folder of their own. */
    CheckedCells in(String name) {
        return new CheckedCells(testbed, judge, folder.resolve(name));
    }

    /**
     * This test case, which is run unless it was before.
     *
     * @throws UserError when it could not be run for a reason that is none of the two's
     */
    CheckedCell of(Subject subject, TestCase test) {
        var to = folder.resolve("with-" + subject.peer().name()).resolve(test.name());
        var before = known.get(to);
        if (before != null) {
            return before;
        }
        var recording = record(subject, test, to);
        var trial = new CheckedCell(
                subject, test, recording, judge.judge(recording, test).verdict());
        if (trial.isMachinesDoing()) {
            throw ofTheMachine(trial.what(), trial.why());
        }
        known.put(to, trial);
        return trial;
    }

    /**
     * Its answer to a test case that does not exist; empty where this role is not told the test case.
     *
     * @throws UserError when it could not be asked for a reason that is not the image's
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

    /** How it ended when it was stopped at the end of this trial. */
    Optional<Stop> stop(CheckedCell trial) {
        return stop(trial.subject(), trial.recording());
    }

    /** How it ends when it is stopped in the midst of this test case, over a network that lets no packet pass. */
    Optional<Stop> stalled(Subject subject, TestCase test) {
        return stop(
                subject, record(subject, BlackholedTestCase.in(subject.protocol(), test), folder.resolve("stalled")));
    }

    /**
     * What the secrets that the implementation wrote in this trial open, without those of the other side.
     *
     * @throws IOException when they cannot be put beside the captures
     */
    Verdict opened(CheckedCell trial) throws IOException {
        var from = trial.recording().folder();
        var to = Files.createTempDirectory("interop-secrets-");
        try {
            var keylog = trial.recording().keylog(trial.subject().part());
            for (var file : List.of(
                    from.resolve(Recording.FILE),
                    trial.recording().clientTrace(),
                    trial.recording().serverTrace(),
                    keylog)) {
                var copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                if (Files.isRegularFile(file)) {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            return judge.judge(new RecordingStore().read(to), new DecryptionProbe(trial.test()))
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
        return recording.ending(subject.part()).map(it -> new Stop(it, running));
    }

    private Recording record(Subject subject, TestCase test, Path to) {
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
                        bytes -> {},
                        new StopSnapshot(subject.part(), it -> atTheStop.put(to, it))));
    }
}
