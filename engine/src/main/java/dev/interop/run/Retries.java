package dev.interop.run;

import dev.interop.config.Settings;
import dev.interop.plan.Cell;
import dev.interop.plan.Plan;
import dev.interop.plan.Seeds;
import dev.interop.protocol.Scenario;
import dev.interop.protocol.TestCase;
import dev.interop.result.CellResult;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Reason;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Runs cells again that chance decides: one that failed runs until half of all attempts that it may have passed, or can no
 * longer pass. A cell that passes at once is not run again. A further attempt that neither passes nor fails is none that
 * passed.
 *
 * @param most how many further attempts a cell may have
 * @param applies whether chance decides a cell
 */
record Retries(int most, Predicate<Cell> applies) {
    /** Every cell runs once. */
    static final Retries NONE = new Retries(0, cell -> false);

    /** An error is not the cell's own, and a cell that was skipped made no attempt. */
    private static final Set<Outcome> COUNTED =
            Set.of(Outcome.SUCCEEDED, Outcome.FAILED, Outcome.UNDECIDED, Outcome.UNSUPPORTED);

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

    /**
     * Whether a cell runs once more.
     *
     * @param attempts its attempts so far that count, in order, and the last one
     */
    boolean again(Cell cell, List<CellResult> attempts) {
        var last = attempts.get(attempts.size() - 1);
        if (most == 0 || !counts(last) || isMeasurement(cell) || !applies.test(cell)) {
            return false;
        }
        var passed = passed(attempts);
        return attempts.stream().anyMatch(it -> it.verdict().outcome() == Outcome.FAILED)
                && passed < needed()
                && attempts.size() - passed <= most + 1 - needed();
    }

    private static boolean isMeasurement(Cell cell) {
        return cell.test().measure().isPresent();
    }

    /** Whether an attempt is one of those whose number decides. */
    static boolean counts(CellResult attempt) {
        return COUNTED.contains(attempt.verdict().outcome());
    }

    /** The number of passes that decide: half of all attempts. */
    private int needed() {
        return (most + 2) / 2;
    }

    private static int passed(List<CellResult> attempts) {
        return (int) attempts.stream()
                .filter(it -> it.verdict().outcome() == Outcome.SUCCEEDED)
                .count();
    }

    /**
     * The attempt whose result is the cell's: the last one that passed if half of them did, else the last one that failed.
     *
     * @param attempts attempts that count, at least one of which failed
     */
    static CellResult deciding(List<CellResult> attempts) {
        var outcome = 2 * passed(attempts) >= attempts.size() ? Outcome.SUCCEEDED : Outcome.FAILED;
        return attempts.stream()
                .filter(it -> it.verdict().outcome() == outcome)
                .reduce((before, last) -> last)
                .orElseThrow();
    }

    /** A result whose reason says how all attempts came out. */
    CellResult told(CellResult result, List<CellResult> attempts) {
        if (attempts.size() == 1) {
            return result;
        }
        var verdict = result.verdict();
        var all = attempts.stream()
                .map(it ->
                        Seeds.format(it.seed()) + " " + it.verdict().outcome().label())
                .collect(Collectors.joining(", "));
        var rule = "%s of %s passed, and %s of at most %s have to; seeds: %s"
                .formatted(passed(attempts), attempts.size(), needed(), most + 1, all);
        var text = verdict.outcome() == Outcome.SUCCEEDED
                ? rule
                : rule + "; " + verdict.reason().text();
        return result.with(verdict.with(new Reason(verdict.reason().code(), text)));
    }
}
