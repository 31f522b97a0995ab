package dev.interop.history;

import dev.interop.result.CellResult;
import dev.interop.result.CellStatus;
import dev.interop.result.PhaseTimes;
import dev.interop.verdict.Outcome;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a cell came out as in a run of the history.
 *
 * @param run the name of the run
 * @param key the cell and its scenario
 * @param outcome its outcome
 * @param flaky whether it passed only after attempts that failed
 * @param status its outcome, and whether that was news
 * @param reused whether the result is that of an earlier run, and nothing ran
 * @param seconds how long its lane was busy with it; empty if it was not run
 * @param seed the cell's seed, if the user gave that of the run
 * @param inputs a digest of everything that the result depends on but the seed, if it is known
 * @param details what else is kept of its result
 */
@API(status = Status.INTERNAL)
public record CellEntry(
        String run,
        CellKey key,
        Outcome outcome,
        boolean flaky,
        CellStatus status,
        boolean reused,
        OptionalDouble seconds,
        OptionalLong seed,
        Optional<String> inputs,
        CellDetails details) {
    /** The entry of a result, without the whole of it. */
    public static CellEntry of(RunEntry run, CellKey key, CellResult result) {
        return new CellEntry(
                run.name(),
                key,
                result.verdict().outcome(),
                isFlaky(result),
                result.status(),
                result.reused().isPresent(),
                seconds(result),
                OptionalLong.empty(),
                Optional.empty(),
                CellDetails.of(result));
    }

    private static boolean isFlaky(CellResult result) {
        return result.verdict().outcome() == Outcome.SUCCEEDED
                && result.earlier().stream().anyMatch(it -> it.counts() && it.outcome() == Outcome.FAILED);
    }

    /** The same with what the result depends on. */
    public CellEntry dependingOn(Optional<String> digest, OptionalLong givenSeed) {
        return new CellEntry(run, key, outcome, flaky, status, reused, seconds, givenSeed, digest, details);
    }

    /** The lane is busy once for each value of a measurement, and does not wait for the verdict. */
    private static OptionalDouble seconds(CellResult result) {
        var times = result.measurement().map(it -> it.values().size()).orElse(1);
        return result.times().stream().mapToDouble(it -> times * busy(it)).findFirst();
    }

    private static double busy(PhaseTimes it) {
        return it.prepare() + it.start() + it.run() + it.copy();
    }

    /** The same with other details. */
    public CellEntry with(CellDetails other) {
        return new CellEntry(run, key, outcome, flaky, status, reused, seconds, seed, inputs, other);
    }

    /** The same with the whole result. */
    public CellEntry with(String line) {
        return with(details.with(Optional.of(line)));
    }

    /** The same without the whole result. */
    CellEntry withoutResult() {
        return with(details.with(Optional.empty()));
    }

    /** The whole result, as a line of {@code cells.jsonl}, if it is kept. */
    public Optional<String> result() {
        return details.result();
    }

    /** Whether it says something about the endpoints: it ran in this run, and came to a verdict. */
    public boolean isDecided() {
        return !reused && (outcome == Outcome.SUCCEEDED || outcome == Outcome.FAILED);
    }

    /** Whether its first attempt that counts failed, whatever came of further ones. */
    boolean failed() {
        return outcome == Outcome.FAILED || flaky;
    }

    /** Whether its result stands: it passed at once, or the test case is not supported. A failure is looked at again. */
    public boolean isSettled() {
        return outcome == Outcome.UNSUPPORTED || outcome == Outcome.SUCCEEDED && !flaky;
    }

    /** Whether it came out as it should and was no news: its result stands, and contradicts no expectation. */
    public boolean isGreen() {
        return status.isGreen();
    }

    /** Whether it ran in this run. */
    public boolean ran() {
        return !reused && outcome != Outcome.SKIPPED;
    }
}
