package dev.interop.run;

import dev.interop.UserError;
import dev.interop.listener.RunListener;
import dev.interop.plan.Cell;
import dev.interop.protocol.ReportReader;
import dev.interop.recording.CellEnd;
import dev.interop.recording.Recording;
import dev.interop.result.CellResult;
import dev.interop.run.CellJudge.Judgement;
import dev.interop.storage.RunFolder;
import dev.interop.testbed.Testbed;
import dev.interop.testbed.cell.CellJob;
import dev.interop.testbed.cell.KeepRule;
import dev.interop.testbed.concurrent.MonotonicTime;
import dev.interop.testbed.lane.Lane;
import dev.interop.verdict.FaultReasons;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Runs cells in lanes, and judges each while its lane runs the next one, unless that depends on the verdict. Takes no further
 * cell after a fault that would hit every further one.
 */
final class CellRound {
    private static final System.Logger LOG = System.getLogger(CellRound.class.getName());
    private static final double NANOS_A_SECOND = 1e9;

    private final Testbed testbed;
    private final CellJudge judge;
    private final RunFolder folder;
    private final RunListener listener;
    private final MonotonicTime time;
    private final RunStop stop;
    private final RerunQueue reruns;
    private final Function<Cell, Optional<Verdict>> obstacles;
    private final RunRules rules;
    private final AtomicReference<Rerun> interruption = new AtomicReference<>();
    private final Set<Cell> begun = ConcurrentHashMap.newKeySet();

    /**
     * @param obstacles cell → the verdict on a cell that must not run
     * @param rules how the run goes through its cells
     */
    CellRound(
            Testbed testbed,
            CellJudge judge,
            RunFolder folder,
            RunListener listener,
            MonotonicTime time,
            RunStop stop,
            RerunQueue reruns,
            Function<Cell, Optional<Verdict>> obstacles,
            RunRules rules) {
        this.testbed = testbed;
        this.judge = judge;
        this.folder = folder;
        this.listener = listener;
        this.time = time;
        this.stop = stop;
        this.reruns = reruns;
        this.obstacles = obstacles;
        this.rules = rules;
    }

    /**
     * Runs and judges the cells, and returns those that were not begun, in order.
     *
     * @param idle hears of each lane that has run its last cell, which may not be judged yet
     */
    List<Cell> run(List<Cell> cells, List<Lane> lanes, Consumer<Lane> idle) {
        var judges = Executors.newFixedThreadPool(lanes.size(), task -> new Thread(task, "interop-judge"));
        var judged = new ConcurrentLinkedQueue<Future<?>>();
        var queue = new CellQueue(cells, lanes.size());
        try {
            stop.interruptible(() -> endNow(judges), () -> {
                new LaneWorkers(stop)
                        .run(lanes, lane -> next(lane, queue, idle), (lane, cell) -> run(lane, cell, judges, judged));
                judged.forEach(LaneWorkers::await);
            });
        } finally {
            judges.shutdownNow();
        }
        return cells.stream().filter(it -> !begun.contains(it)).toList();
    }

    private Optional<Cell> next(Lane lane, CellQueue queue, Consumer<Lane> idle) {
        if (interruption().isPresent()) {
            return Optional.empty();
        }
        var next = queue.next(lane);
        if (next.isEmpty() && stop.reason().isEmpty()) {
            idle.accept(lane);
        }
        return next;
    }

    /** Interrupts the judges, and ends what waits for them: cancelled cells are not judged. */
    private static void endNow(ExecutorService judges) {
        judges.shutdownNow().forEach(Runnable::run);
    }

    /** The fault that ended the round early, if there was one. */
    Optional<Rerun> interruption() {
        return Optional.ofNullable(interruption.get());
    }

    private void run(Lane lane, Cell cell, ExecutorService judges, ConcurrentLinkedQueue<Future<?>> judged) {
        if (stop.reason().isPresent()) {
            return;
        }
        begun.add(cell);
        var obstacle = obstacles.apply(cell);
        if (obstacle.isPresent()) {
            ended(cell, Results.notRun(cell, obstacle.get()));
            return;
        }
        listener.cellStarted(cell);
        if (cell.test().measure().isPresent()) {
            guarded(cell, () -> measure(lane, cell));
            return;
        }
        if (rules.keep()) {
            guarded(cell, () -> ended(cell, keepIfFailed(lane, cell)));
            return;
        }
        guarded(cell, () -> {
            var recording = record(lane, cell);
            listener.cellRecorded(cell);
            Runnable judging = () -> stop.cancelWith(() -> guarded(cell, () -> ended(cell, judge(cell, recording))));
            if (rules.failures().isPresent()) {
                // The lane must not take the next cell before this one is counted.
                judging.run();
                return;
            }
            try {
                judged.add(judges.submit(judging));
            } catch (RejectedExecutionException e) {
                // The run was cancelled meanwhile, so that there is nothing to judge.
                judging.run();
            }
        });
    }

    /** Runs and judges a cell while its containers wait; if it failed, they stay. */
    private CellResult keepIfFailed(Lane lane, Cell cell) {
        var rule = new KeepFailed(
                stop,
                it -> reruns.compared(cell, judge(cell, it)),
                lines -> lines.forEach(listener::note),
                rules.removal());
        var recording = record(lane, cell, rule);
        listener.cellRecorded(cell);
        return rule.result().orElseGet(() -> judge(cell, recording));
    }

    /** Runs a measurement's cell until it has all its values or fails. Nothing is judged while it runs. */
    private void measure(Lane lane, Cell cell) {
        var measurement = new MeasuredCell(cell, rules.repetitions());
        while (true) {
            var result = measurement.add(judge(cell, record(lane, cell)));
            if (result.isPresent()) {
                listener.cellRecorded(cell);
                ended(cell, result.get());
                return;
            }
            folder.putAsideRepetition(cell, measurement.count());
        }
    }

    private Recording record(Lane lane, Cell cell) {
        return record(lane, cell, KeepRule.NEVER);
    }

    private Recording record(Lane lane, Cell cell, KeepRule keepRule) {
        var reports = cell.protocol()
                .reportReader(cell.client(), cell.route(), report -> listener.cellReported(cell, report));
        var job = new CellJob(cell, folder.of(cell), bytes -> reports.ifPresent(it -> it.read(bytes)));
        var recording = testbed.run(lane, job.with(keepRule));
        reports.ifPresent(ReportReader::end);
        MissedAlterations.note(cell, recording).ifPresent(listener::note);
        // Already here: the lane must not take the next cell before this one is judged.
        recording.fault().ifPresent(fault -> interruptFor(FaultReasons.of(fault).code()));
        if (recording.end() == CellEnd.CANCELLED) {
            // The testbed also cancels cells by itself, when the process is terminated.
            stop.cancel();
        }
        return recording;
    }

    private CellResult judge(Cell cell, Recording recording) {
        if (stop.isCancelled()) {
            return cancelled(cell, recording);
        }
        var begin = time.nanos();
        Judgement judgement;
        try {
            judgement = judge.judge(recording, cell.test());
        } catch (CancellationException e) {
            stop.cancel();
            return cancelled(cell, recording);
        }
        var outcome = judgement.verdict().outcome();
        var broken = outcome == Outcome.UNDECIDED || outcome == Outcome.ERROR;
        // The cancellation has taken the dissector away, or interrupted it.
        return broken && stop.isCancelled()
                ? cancelled(cell, recording)
                : Results.of(cell, recording, judgement, (time.nanos() - begin) / NANOS_A_SECOND);
    }

    private CellResult cancelled(Cell cell, Recording recording) {
        return Results.of(cell, recording, new Judgement(stop.reason().orElseThrow(), OptionalDouble.empty()), 0);
    }

    private void ended(Cell cell, CellResult attempt) {
        // Listeners and files must not be hit by the interrupt of a cancellation.
        Thread.interrupted();
        interruptFor(attempt.verdict().reason().code());
        reruns.ended(cell, attempt);
    }

    private void interruptFor(ReasonCode code) {
        Stream.of(Rerun.values())
                .filter(it -> it.isInterrupting() && it.isFor(code))
                .forEach(it -> interruption.compareAndSet(null, it));
    }

    /**
     * Runs one cell's work. An exception, or an error that third-party code causes, makes this cell an error, and the
     * other cells go on. Only a {@link UserError}, such as a full disk, ends the run.
     */
    private void guarded(Cell cell, Runnable work) {
        try {
            work.run();
        } catch (CancellationException e) {
            begun.remove(cell);
            throw e;
        } catch (UserError e) {
            stop.because(Verdict.of(Outcome.ERROR, ReasonCode.HARNESS, e.getMessage()));
            throw e;
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError | OutOfMemoryError e) {
            LOG.log(System.Logger.Level.ERROR, "cell " + cell.id() + " failed in the harness", e);
            ended(
                    cell,
                    Results.notRun(cell, Verdict.of(Outcome.ERROR, ReasonCode.HARNESS, "the harness failed: " + e)));
        }
    }
}
