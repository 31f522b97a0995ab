package dev.interop.run;

import dev.interop.UserError;
import dev.interop.expectation.Expected;
import dev.interop.listener.RunListener;
import dev.interop.plan.Cell;
import dev.interop.plan.Plan;
import dev.interop.plan.Skipped;
import dev.interop.result.CellResult;
import dev.interop.result.RunResult;
import dev.interop.reuse.CellChoice;
import dev.interop.storage.RunFolder;
import dev.interop.testbed.Testbed;
import dev.interop.testbed.concurrent.MonotonicTime;
import dev.interop.testbed.lane.Lane;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Executes a plan: probes implementations, runs all cells in rounds, those that measure while no other lane is busy, and
 * runs those again alone whose outcome was not their own doing, and in all lanes those that chance decides.
 */
final class Conductor {
    private static final Set<Rerun> SOON = EnumSet.of(Rerun.ENGINE, Rerun.ROOM);
    private static final Set<Rerun> BY_CHANCE = EnumSet.of(Rerun.CHANCE);
    private static final Set<Rerun> AT_THE_END = EnumSet.of(Rerun.LOAD);

    private final Testbed testbed;
    private final CellJudge judge;
    private final RunFolder folder;
    private final RunListener listener;
    private final Clock clock;
    private final MonotonicTime time;
    private final Optional<ProbeCache> probes;
    private final RunRules rules;
    private final CellChoice choice;
    private final RunStop stop = new RunStop();
    private final CellResults results;
    private final RerunQueue reruns;
    private final Recovery recovery;

    /**
     * @param clock the time of the day, for the beginning of the run
     * @param time measures durations
     * @param probes the cache of probes; empty to run without probes
     * @param rules how the run goes through its cells
     * @param choice decides which of the cells run
     */
    Conductor(
            Testbed testbed,
            CellJudge judge,
            RunFolder folder,
            RunListener listener,
            Clock clock,
            MonotonicTime time,
            Optional<ProbeCache> probes,
            RunRules rules,
            CellChoice choice) {
        this.choice = choice;
        this.testbed = testbed;
        this.judge = judge;
        this.folder = folder;
        var heard = rules.failures().isPresent()
                ? new RunListeners(List.of(new FailedCells(rules.failures().getAsInt(), stop), listener))
                : listener;
        this.results = new CellResults(heard);
        this.listener = new RunListeners(List.of(results, heard));
        this.clock = clock;
        this.time = time;
        this.probes = probes;
        this.rules = rules;
        this.reruns = new RerunQueue(folder, this.listener, results, rules.retries());
        this.recovery = new Recovery(testbed, folder, heard, time, stop);
    }

    /**
     * Runs all cells of the plan. Cells that have not ended at {@link #cancel()} are skipped.
     *
     * @throws UserError when results cannot be written; listeners have then received the results so far, as after any
     *     other exception
     */
    RunResult run(Plan plan) {
        var started = clock.instant();
        var begin = time.nanos();
        var known = new ComparedCells(plan.expectations(), LocalDate.ofInstant(started, ZoneOffset.UTC));
        results.compareWith(known);
        listener.runStarted(plan, folder.root());
        try {
            skip(plan.skipped());
            var chosen = choice.of(plan.cells());
            skip(chosen.skipped());
            chosen.reused().forEach(it -> results.end(it.cell(), it.result()));
            var toRun = chosen.toRun();
            var ids = toRun.stream().map(Cell::id).collect(Collectors.toSet());
            var compliance = probe(plan.only(it -> ids.contains(it.id())));
            var budget = new TimeBudget(choice, time, begin);
            runCells(toRun, it -> budget.obstacle(it).or(() -> compliance.apply(it)));
            var protocol = plan.protocol().name();
            known.notes(protocol).forEach(listener::note);
            var cells = plan.all().map(results::of).toList();
            var result = result(plan, cells, known.expired(protocol, cells), started, begin);
            result.expired().forEach(it -> listener.note(it.text()));
            listener.runEnded(result);
            return result;
        } catch (RuntimeException e) {
            var verdict = Verdict.of(Outcome.ERROR, ReasonCode.HARNESS, text(e));
            var cells = plan.all().map(it -> results.of(it, verdict)).toList();
            listener.runBrokeOff(result(plan, cells, List.of(), started, begin));
            throw e;
        }
    }

    private static String text(RuntimeException e) {
        if (e instanceof UserError) {
            return String.valueOf(e.getMessage());
        }
        return "the run broke off: " + Optional.ofNullable(e.getCause()).orElse(e);
    }

    private void skip(List<Skipped> cells) {
        for (var skipped : cells) {
            var reason = skipped.reason();
            results.end(skipped.cell(), Verdict.of(Outcome.SKIPPED, reason.code(), reason.text()));
        }
    }

    /** Probes the implementations, and again those whose answer was not their own doing. Returns what must not run. */
    private Function<Cell, Optional<Verdict>> probe(Plan plan) {
        if (probes.isEmpty()) {
            return cell -> Optional.empty();
        }
        var compliance = new Compliance(testbed, probes.get(), folder, listener);
        probe(plan, compliance, Compliance.probes(plan), testbed.lanes());
        for (var reason : List.of(Rerun.ENGINE, Rerun.ROOM, Rerun.LOAD)) {
            for (var again = 0;
                    reason.allows(again) && !compliance.waiting(reason).isEmpty();
                    again++) {
                if (reason.isInterrupting()) {
                    recovery.after(Optional.of(reason));
                }
                if (stop.reason().isPresent()) {
                    return compliance::obstacle;
                }
                probe(plan, compliance, compliance.waiting(reason), firstLane());
            }
        }
        recovery.after(Optional.empty());
        return compliance::obstacle;
    }

    private void probe(Plan plan, Compliance compliance, List<Compliance.Probe> all, List<Lane> lanes) {
        var waiting = new ConcurrentLinkedQueue<>(all);
        new LaneWorkers(stop)
                .run(
                        lanes,
                        lane -> Optional.ofNullable(waiting.poll()),
                        (lane, probe) -> compliance.probe(lane, plan.protocol(), probe));
    }

    private void runCells(List<Cell> cells, Function<Cell, Optional<Verdict>> obstacles) {
        var left = cells;
        while (stop.reason().isEmpty() && (!left.isEmpty() || reruns.isWaiting(EnumSet.allOf(Rerun.class)))) {
            if (reruns.isWaiting(SOON)) {
                left = Stream.concat(oneByOne(SOON, obstacles).stream(), left.stream())
                        .toList();
            } else if (!left.isEmpty()) {
                left = most(left, obstacles);
            } else if (reruns.isWaiting(BY_CHANCE)) {
                left = round(reruns.all(BY_CHANCE), testbed.lanes(), obstacles);
            } else {
                left = oneByOne(AT_THE_END, obstacles);
            }
        }
        reruns.settle();
        left.forEach(it -> reruns.end(it, Results.notRun(it, stop.reason().orElseThrow())));
    }

    /** Runs the cells in all lanes that do not measure; once there are none left, those that do, in one lane. */
    private List<Cell> most(List<Cell> cells, Function<Cell, Optional<Verdict>> obstacles) {
        var kinds = cells.stream().collect(Collectors.partitioningBy(Conductor::measures));
        if (kinds.get(false).isEmpty()) {
            return round(cells, firstLane(), obstacles, this::rest);
        }
        var left = round(
                kinds.get(false), testbed.lanes(), obstacles, kinds.get(true).isEmpty() ? this::rest : lane -> {});
        return Stream.concat(left.stream(), kinds.get(true).stream()).toList();
    }

    /** A cell runs again seldom, so the removal of what the lane keeps does not wait for the last verdicts. */
    private void rest(Lane lane) {
        if (!rules.keep()) {
            testbed.rest(lane);
        }
    }

    private static boolean measures(Cell cell) {
        return cell.test().measure().isPresent();
    }

    private List<Lane> firstLane() {
        return testbed.lanes().subList(0, 1);
    }

    /** Runs one cell again, alone: it has the machine for itself, and is the only one to blame. */
    private List<Cell> oneByOne(Set<Rerun> reasons, Function<Cell, Optional<Verdict>> obstacles) {
        var cell = reruns.next(reasons).stream().toList();
        return round(cell, firstLane(), obstacles);
    }

    private List<Cell> round(List<Cell> cells, List<Lane> lanes, Function<Cell, Optional<Verdict>> obstacles) {
        return round(cells, lanes, obstacles, lane -> {});
    }

    private List<Cell> round(
            List<Cell> cells, List<Lane> lanes, Function<Cell, Optional<Verdict>> obstacles, Consumer<Lane> idle) {
        var round = new CellRound(testbed, judge, folder, listener, time, stop, reruns, obstacles, rules);
        var left = round.run(cells, lanes, idle);
        recovery.after(round.interruption());
        return left;
    }

    private RunResult result(Plan plan, List<CellResult> cells, List<Expected> expired, Instant started, long begin) {
        return new RunResult(
                plan.axes(),
                cells,
                started,
                // Not the clock's time, which may have been set meanwhile.
                started.plus(Duration.ofNanos(time.nanos() - begin)),
                plan.seed(),
                plan.target(),
                expired);
    }

    /** Stops running cells at once and runs no further ones. May be called from any thread, more than once. */
    void cancel() {
        stop.cancel();
    }

    /** Like {@link #cancel()}, because the run took too long. */
    void cancel(String why) {
        stop.cancel(why);
    }
}
