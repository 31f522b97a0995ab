package dev.interop.run;

import dev.interop.expectation.CellReleases;
import dev.interop.expectation.EntryPlace;
import dev.interop.expectation.Expectations;
import dev.interop.expectation.Expected;
import dev.interop.expectation.SeenCell;
import dev.interop.listener.RunListener;
import dev.interop.plan.Cell;
import dev.interop.protocol.Report;
import dev.interop.result.CellResult;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Proof;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Compares each cell's result with what is known of it. Safe for use by several threads. */
final class ComparedCells implements RunListener {
    /** A client is free in its names, and what is kept of them is in the run's results and the history. */
    static final int MOST_CHARACTERS = 100_000;

    private final Expectations expectations;
    private final LocalDate today;
    private final Map<String, Map<List<String>, Boolean>> reported = new ConcurrentHashMap<>();
    private final Map<String, SeenCell> seen = new ConcurrentHashMap<>();

    ComparedCells(Expectations expectations, LocalDate today) {
        this.expectations = expectations;
        this.today = today;
    }

    /** Keeps the results that may fail a build. */
    @Override
    public void cellReported(Cell cell, Report report) {
        if (report instanceof Report.Result it
                && (it.status() == Report.Status.PASSED || it.status() == Report.Status.FAILED)) {
            var parts = reported.computeIfAbsent(cell.id(), id -> new LinkedHashMap<>());
            synchronized (parts) {
                parts.put(it.path(), it.status() == Report.Status.PASSED);
            }
        }
    }

    /** The next attempt reports anew. */
    @Override
    public void cellPutOff(Cell cell, CellResult attempt) {
        reported.remove(cell.id());
    }

    /** The same result with what its client reported, compared. A reused one has brought that along. */
    CellResult compared(Cell cell, CellResult attempt) {
        var reports = parts(cell.id());
        var parts = reports.isEmpty() ? attempt.reported() : reports;
        var result = attempt.reporting(characters(parts) > MOST_CHARACTERS ? List.of() : parts);
        if (expectations.isEmpty()) {
            return result;
        }
        var it = seen(cell, result, parts);
        seen.put(cell.id(), it);
        return result.with(expectations.compared(it, today));
    }

    private static long characters(List<SeenCell.Part> parts) {
        return parts.stream()
                .flatMap(it -> it.path().stream())
                .mapToLong(String::length)
                .sum();
    }

    private SeenCell seen(Cell cell, CellResult result, List<SeenCell.Part> parts) {
        return new SeenCell(
                result.cell(),
                CellReleases.of(result.cell(), result.containers())
                        .or(cell.client().version(), cell.server().version()),
                result.verdict().outcome(),
                parts,
                isByParts(cell, result),
                !result.logs().isEmpty() || result.reused().isPresent());
    }

    private List<SeenCell.Part> parts(String id) {
        var parts = reported.getOrDefault(id, Map.of());
        synchronized (parts) {
            return parts.entrySet().stream()
                    .map(it -> new SeenCell.Part(it.getKey(), it.getValue()))
                    .toList();
        }
    }

    /** Whether nothing but the client's report failed the cell: neither its packets nor the report itself. */
    private static boolean isByParts(Cell cell, CellResult result) {
        var verdict = result.verdict();
        return verdict.outcome() == Outcome.FAILED
                && cell.protocol().reportedReasons().contains(verdict.reason().code())
                && verdict.claim().stream()
                        .flatMap(it -> it.parts().stream())
                        .noneMatch(it -> it.proof() == Proof.CONTRADICTED);
    }

    /** Lines about the entries that name what is not there, or are about no cell of the run; usually none. */
    List<String> notes(String protocol) {
        var cells = new ArrayList<>(seen.values());
        var notes = new ArrayList<>(expectations.misspelt(protocol, cells));
        var unused = expectations.unused(protocol, cells);
        if (!unused.isEmpty()) {
            notes.add("%s no cell of this run: %s"
                    .formatted(
                            unused.size() == 1
                                    ? "1 entry of the expectations matches"
                                    : unused.size() + " entries of the expectations match",
                            unused.stream().map(EntryPlace::toString).collect(Collectors.joining(", "))));
        }
        return notes;
    }

    /** The entries that have expired and fail none of these results. */
    List<Expected> expired(String protocol, List<CellResult> results) {
        var compared = results.stream().flatMap(it -> it.expected().stream()).toList();
        return expectations.expired(protocol, compared, today);
    }
}
