package dev.interop.reuse;

import dev.interop.config.Settings;
import dev.interop.expectation.Expectations;
import dev.interop.expectation.Expected;
import dev.interop.expectation.SeenCell;
import dev.interop.history.CellEntry;
import dev.interop.history.CellKey;
import dev.interop.history.DurationEstimate;
import dev.interop.history.History;
import dev.interop.history.RunEntry;
import dev.interop.plan.Cell;
import dev.interop.plan.Skipped;
import dev.interop.report.CellsJsonl;
import dev.interop.result.CellResult;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Reason;
import dev.interop.verdict.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Decides by earlier runs which cells of a plan run, and in which order. */
@API(status = Status.INTERNAL)
public final class EarlierResults implements CellChoice {
    private final Settings.Memory settings;
    private final History history;
    private final CellInputs inputs;
    private final Instant now;
    private final Expectations expectations;
    private final Optional<RunEntry> baseline;
    private final DurationEstimate estimate;

    /**
     * @param expectations what is known of the cells now
     * @param baseline the run since which cells have to have changed
     */
    public EarlierResults(
            Settings.Memory settings,
            History history,
            CellInputs inputs,
            Instant now,
            Expectations expectations,
            Optional<RunEntry> baseline) {
        this.expectations = expectations;
        this.settings = settings;
        this.history = history;
        this.inputs = inputs;
        this.now = now;
        this.baseline = baseline;
        this.estimate = DurationEstimate.from(history);
    }

    @Override
    public Choice of(List<Cell> cells) {
        var toRun = new ArrayList<Cell>();
        var reused = new ArrayList<Choice.Reused>();
        var skipped = new ArrayList<Skipped>();
        for (var cell : cells) {
            var unchanged = baseline.flatMap(it -> unchanged(cell, it));
            var earlier = unchanged.isPresent() ? Optional.<CellResult>empty() : reusable(cell);
            if (unchanged.isPresent()) {
                skipped.add(new Skipped(cell, unchanged.get()));
            } else if (earlier.isPresent()) {
                reused.add(new Choice.Reused(cell, earlier.get()));
            } else {
                toRun.add(cell);
            }
        }
        if (settings.within().isPresent()) {
            // The sort is stable, so cells that are alike keep the plan's order.
            toRun.sort(Comparator.comparing(this::isNoNews).thenComparing(this::lastRun));
        }
        return new Choice(toRun, reused, skipped);
    }

    /** Why a cell is left out: it was green in that run, or in the last one before it that had it. */
    private Optional<Reason> unchanged(Cell cell, RunEntry since) {
        return history.of(CellKey.of(cell)).stream()
                .filter(it -> it.outcome() != Outcome.SKIPPED)
                .filter(it -> RunEntry.OLDEST_FIRST.compare(history.run(it), since) <= 0)
                .reduce((older, newer) -> newer)
                .filter(it -> isGreen(cell, it))
                .map(it -> new Reason(
                        ReasonCode.UNCHANGED,
                        "nothing that it depends on has changed since %s, when it came out as %s"
                                .formatted(
                                        history.run(it).started(), it.outcome().label())));
    }

    /** The newest result, if it stands for the cell. It is compared anew, so that one which is news now is told. */
    private Optional<CellResult> reusable(Cell cell) {
        if (settings.reuse().isEmpty()) {
            return Optional.empty();
        }
        var oldest = now.minus(settings.reuse().get());
        return history.newest(CellKey.of(cell))
                .filter(it -> it.isSettled() && isOfSameInputs(cell, it))
                .filter(it -> !history.run(it).started().isBefore(oldest))
                .flatMap(it -> it.result()
                        .flatMap(CellsJsonl::cell)
                        .map(result -> result.reusedFrom(history.run(it).started())));
    }

    /** Whether it was green, nothing has changed since, and no entry that was written since contradicts it. */
    private boolean isGreen(Cell cell, CellEntry entry) {
        return entry.isGreen() && isOfSameInputs(cell, entry) && !isContradicted(cell, entry);
    }

    private boolean isContradicted(Cell cell, CellEntry entry) {
        var releases = entry.details()
                .releases()
                .or(cell.client().version(), cell.server().version());
        var seen = new SeenCell(
                cell.identity(), releases, entry.outcome(), entry.details().reported(), false, true);
        return expectations.compared(seen, LocalDate.ofInstant(now, ZoneOffset.UTC)).stream()
                .anyMatch(Expected::fails);
    }

    private boolean isOfSameInputs(Cell cell, CellEntry entry) {
        return entry.inputs().isPresent()
                && entry.inputs().equals(inputs.of(cell))
                && entry.seed().equals(inputs.givenSeed(cell));
    }

    /** Whether the cell was green when it last ran, and nothing has changed since. Others run before it. */
    private boolean isNoNews(Cell cell) {
        return history.newest(CellKey.of(cell)).filter(it -> isGreen(cell, it)).isPresent();
    }

    private Instant lastRun(Cell cell) {
        return history.newest(CellKey.of(cell))
                .map(it -> history.run(it).started())
                .orElse(Instant.EPOCH);
    }

    @Override
    public Optional<Duration> within() {
        return settings.within();
    }

    @Override
    public Optional<Duration> estimate(Cell cell) {
        return estimate.ofCell(CellKey.of(cell));
    }
}
