package dev.interop.run;

import dev.interop.config.Settings;
import dev.interop.plan.Cell;
import dev.interop.plan.Plan;
import dev.interop.plan.Seeds;
import dev.interop.protocol.Scenario;
import dev.interop.protocol.TestCase;
import dev.interop.result.CellResult;
import dev.interop.result.EarlierAttempt;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Reason;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs cells again that chance decides: one that failed runs until half of all attempts that it may have passed, or can no
 * longer pass. A cell that passes at once is not run again.
 *
 * @param most how many further attempts a cell may have
 * @param applies whether chance decides a cell
 */
record Retries(int most, Predicate<Cell> applies) {
    /** Every cell runs once. */
    static final Retries NONE = new Retries(0, cell -> false);

    private static final Set<Outcome> DECIDED = Set.of(Outcome.SUCCEEDED, Outcome.FAILED);

    /**
     * The retries of a run.
     *
     * @throws dev.interop.UserError when a name of a test case is unknown
     */
    static Retries of(Settings settings, Plan plan) {
        var gate = settings.gate();
        if (gate.retries() == 0) {
            return NONE;
        }
        if (gate.retried().words().isEmpty()) {
            return new Retries(gate.retries(), Retries::isRandom);
        }
        var named = gate.retried().testCases(plan.protocol()).stream()
                .map(TestCase::name)
                .collect(Collectors.toSet());
        return new Retries(gate.retries(), it -> named.contains(it.test().name()));
    }

    /** By its own word, or because the whole run is over a network with random losses. */
    private static boolean isRandom(Cell cell) {
        return cell.test().isRandom()
                || cell.protocol()
                        .scenario(cell.test())
                        .map(Scenario::new)
                        .filter(Scenario::isRandom)
                        .isPresent();
    }

    /** Whether a cell with these results runs once more. */
    boolean again(Cell cell, CellResult attempt, List<EarlierAttempt> before) {
        if (most == 0 || !DECIDED.contains(attempt.verdict().outcome()) || isMeasurement(cell) || !applies.test(cell)) {
            return false;
        }
        var counted = counted(before);
        var passed = passed(attempt, counted);
        var failed = counted.size() + 1 - passed;
        return failed > 0 && passed < needed() && failed <= most + 1 - needed();
    }

    private static boolean isMeasurement(Cell cell) {
        return cell.test().measure().isPresent();
    }

    /** The number of passes that decide: half of all attempts. */
    private int needed() {
        return (most + 2) / 2;
    }

    private static List<EarlierAttempt> counted(List<EarlierAttempt> before) {
        return before.stream().filter(EarlierAttempt::counts).toList();
    }

    private static int passed(CellResult last, List<EarlierAttempt> counted) {
        var earlier =
                counted.stream().filter(it -> it.outcome() == Outcome.SUCCEEDED).count();
        return (int) earlier + (last.verdict().outcome() == Outcome.SUCCEEDED ? 1 : 0);
    }

    /** The result of the last attempt, with how all of them came out in its reason. */
    CellResult decided(CellResult last, List<EarlierAttempt> before) {
        var counted = counted(before);
        if (counted.isEmpty()) {
            return last;
        }
        var verdict = last.verdict();
        var all = Stream.concat(
                        counted.stream()
                                .map(it -> it.seed().orElseThrow() + " "
                                        + it.outcome().label()),
                        Stream.of(Seeds.format(last.seed()) + " "
                                + verdict.outcome().label()))
                .collect(Collectors.joining(", "));
        var rule = "%s of %s passed, and %s of at most %s have to; seeds: %s"
                .formatted(passed(last, counted), counted.size() + 1, needed(), most + 1, all);
        var text = verdict.outcome() == Outcome.SUCCEEDED
                ? rule
                : rule + "; " + verdict.reason().text();
        return last.with(verdict.with(new Reason(verdict.reason().code(), text)));
    }
}
