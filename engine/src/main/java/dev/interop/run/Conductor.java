package dev.interop.run;

import dev.interop.UserError;
import dev.interop.listener.RunListener;
import dev.interop.plan.Cell;
import dev.interop.plan.Plan;
import dev.interop.protocol.ReportReader;
import dev.interop.recording.CellEnd;
import dev.interop.recording.Fault;
import dev.interop.recording.Recording;
import dev.interop.result.CellResult;
import dev.interop.result.RunResult;
import dev.interop.storage.RunFolder;
import dev.interop.testbed.Testbed;
import dev.interop.testbed.cell.CellJob;
import dev.interop.testbed.lane.Lane;
import dev.interop.verdict.FaultReasons;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Executes a plan: probes implementations, runs cells in all lanes, and judges each cell while its lane runs the next
 * one.
 */
final class Conductor {
    private static final System.Logger LOG = System.getLogger(Conductor.class.getName());

    private final Testbed testbed;
    private final CellJudge judge;
    private final RunFolder folder;
    private final RunListener listener;
    private final Clock clock;
    private final Optional<ProbeCache> probes;
    private final AtomicReference<Verdict> stop = new AtomicReference<>();
    private final AtomicReference<ExecutorService> running = new AtomicReference<>();

    /**
     * @param probes the cache of probes; empty to run without probes
     */
    Conductor(
            Testbed testbed,
            CellJudge judge,
            RunFolder folder,
            RunListener listener,
            Clock clock,
            Optional<ProbeCache> probes) {
        this.testbed = testbed;
        this.judge = judge;
        this.folder = folder;
        this.listener = listener;
        this.clock = clock;
        this.probes = probes;
    }

    /**
     * Runs all cells of the plan. Cells that have not ended at {@link #cancel()} are skipped.
     *
     * @throws UserError when results cannot be written; listeners have then received the results so far, as after any
     *     other exception
     */
    RunResult run(Plan plan) {
        var started = clock.instant();
        listener.runStarted(plan, folder.root());
        var results = new ConcurrentHashMap<String, CellResult>();
        try {
            runAll(plan, results);
            var result = result(plan, results, started);
            listener.runEnded(result);
            return result;
        } catch (RuntimeException e) {
            var verdict = Verdict.of(Outcome.ERROR, ReasonCode.HARNESS, text(e));
            plan.all().forEach(it -> results.computeIfAbsent(it.id(), id -> Results.notRun(it, verdict)));
            listener.runBrokeOff(result(plan, results, started));
            throw e;
        }
    }

    private static String text(RuntimeException e) {
        if (e instanceof UserError) {
            return String.valueOf(e.getMessage());
        }
        return "the run broke off: " + Optional.ofNullable(e.getCause()).orElse(e);
    }

    private void runAll(Plan plan, Map<String, CellResult> results) {
        for (var skipped : plan.skipped()) {
            var reason = skipped.reason();
            end(results, skipped.cell(), Verdict.of(Outcome.SKIPPED, reason.code(), reason.text()));
        }
        var compliance = probes.map(cache -> new Compliance(testbed, cache, folder, listener));
        var waiting = new ConcurrentLinkedQueue<>(Compliance.probes(plan));
        compliance.ifPresent(it -> inLanes(
                lane -> Optional.ofNullable(waiting.poll()), (lane, probe) -> it.probe(lane, plan.protocol(), probe)));
        runCells(plan, compliance, results);
    }

    private RunResult result(Plan plan, Map<String, CellResult> results, Instant started) {
        return new RunResult(
                plan.protocol(),
                plan.clients(),
                plan.servers(),
                plan.tests(),
                plan.all().map(it -> results.get(it.id())).toList(),
                started,
                clock.instant(),
                plan.seed(),
                plan.target());
    }

    /** Stops running cells at once and runs no further ones. May be called from any thread, more than once. */
    void cancel() {
        stop.compareAndSet(
                null,
                Verdict.of(Outcome.SKIPPED, ReasonCode.CANCELLED, "the run was cancelled before this cell ended"));
        Optional.ofNullable(running.get()).ifPresent(ExecutorService::shutdownNow);
    }

    private void runCells(Plan plan, Optional<Compliance> compliance, Map<String, CellResult> results) {
        var judges = Executors.newFixedThreadPool(testbed.lanes().size(), task -> new Thread(task, "interop-judge"));
        var judged = new ConcurrentLinkedQueue<Future<?>>();
        try {
            inLanes(new CellQueue(plan.cells(), testbed.lanes().size())::next, (lane, cell) -> {
                var obstacle = Optional.ofNullable(stop.get()).or(() -> compliance.flatMap(it -> it.obstacle(cell)));
                if (obstacle.isPresent()) {
                    end(results, cell, obstacle.get());
                    return;
                }
                listener.cellStarted(cell);
                guarded(results, cell, () -> {
                    var recording = record(lane, cell);
                    judged.add(judges.submit(() ->
                            cancellable(() -> guarded(results, cell, () -> judge(results, cell, recording)))));
                });
            });
            judged.forEach(Conductor::await);
            plan.cells().stream()
                    .filter(it -> !results.containsKey(it.id()))
                    .forEach(it -> end(results, it, stop.get()));
        } finally {
            judges.shutdownNow();
        }
    }

    private Recording record(Lane lane, Cell cell) {
        var reports = cell.protocol()
                .reportReader(cell.client(), cell.route(), report -> listener.cellReported(cell, report));
        var recording = testbed.run(
                lane,
                new CellJob(
                        cell.protocol(),
                        cell.client(),
                        cell.server(),
                        cell.route(),
                        cell.test(),
                        cell.seed(),
                        folder.of(cell),
                        bytes -> reports.ifPresent(it -> it.read(bytes))));
        reports.ifPresent(ReportReader::end);
        recording.fault().ifPresent(this::stopIfFatal);
        if (recording.end() == CellEnd.CANCELLED) {
            // The testbed also cancels cells by itself, when the process is terminated.
            cancel();
        }
        listener.cellRecorded(cell);
        return recording;
    }

    private void judge(Map<String, CellResult> results, Cell cell, Recording recording) {
        var begun = System.nanoTime();
        var judgement = judge.judge(recording, cell.test());
        var result = Results.of(cell, recording, judgement, (System.nanoTime() - begun) / 1e9);
        results.put(cell.id(), result);
        listener.cellEnded(cell, result);
    }

    /**
     * Runs one cell's work. An exception, or an error that third-party code causes, makes this cell an error, and the
     * other cells go on. Only a {@link UserError}, such as a full disk, ends the run.
     */
    private void guarded(Map<String, CellResult> results, Cell cell, Runnable work) {
        try {
            work.run();
        } catch (CancellationException e) {
            throw e;
        } catch (UserError e) {
            stop.compareAndSet(null, Verdict.of(Outcome.ERROR, ReasonCode.HARNESS, e.getMessage()));
            throw e;
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            LOG.log(System.Logger.Level.ERROR, "cell " + cell.id() + " failed in the harness", e);
            end(results, cell, Verdict.of(Outcome.ERROR, ReasonCode.HARNESS, "the harness failed: " + e));
        }
    }

    /** Stops the run after a fault that would hit every further cell, each with its time-outs. */
    private void stopIfFatal(Fault fault) {
        if (fault.code() == Fault.Code.ENGINE_LOST || fault.code() == Fault.Code.DISK_FULL) {
            stop.compareAndSet(null, Verdict.of(Outcome.ERROR, FaultReasons.of(fault)));
        }
    }

    private void end(Map<String, CellResult> results, Cell cell, Verdict verdict) {
        var result = Results.notRun(cell, verdict);
        results.put(cell.id(), result);
        listener.cellEnded(cell, result);
    }

    /** Processes a queue with one worker for each lane; returns when all workers are done. */
    private <T> void inLanes(Function<Lane, Optional<T>> queue, BiConsumer<Lane, T> work) {
        var pool = Executors.newFixedThreadPool(testbed.lanes().size(), task -> new Thread(task, "interop-lane"));
        try {
            var workers = testbed.lanes().stream()
                    .<Future<?>>map(lane -> pool.submit(() -> {
                        for (var next = queue.apply(lane); next.isPresent() && !cancelled(); next = queue.apply(lane)) {
                            var item = next.get();
                            cancellable(() -> work.accept(lane, item));
                        }
                    }))
                    .toList();
            // Only now: a pool that cancel() shuts down takes no more workers.
            running.set(pool);
            if (cancelled()) {
                pool.shutdownNow();
            }
            workers.forEach(Conductor::await);
        } finally {
            running.set(null);
            pool.shutdownNow();
        }
    }

    /** Cancels the run when this work of it was cancelled. */
    private void cancellable(Runnable work) {
        try {
            work.run();
        } catch (CancellationException e) {
            cancel();
        }
    }

    private boolean cancelled() {
        return stop.get() != null && stop.get().outcome() == Outcome.SKIPPED;
    }

    private static void await(Future<?> work) {
        var interrupted = false;
        try {
            while (true) {
                try {
                    work.get();
                    return;
                } catch (InterruptedException e) {
                    // The work ends soon after a cancel; returning now would lose its result.
                    interrupted = true;
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof UserError error) {
                        throw error;
                    }
                    throw new IllegalStateException("a worker of the run failed", e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
