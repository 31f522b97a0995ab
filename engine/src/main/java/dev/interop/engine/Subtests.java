package dev.interop.engine;

import dev.interop.expectation.Expectations;
import dev.interop.expectation.Expected;
import dev.interop.protocol.Report;
import dev.interop.result.CellResult;
import dev.interop.verdict.Claim;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestDescriptor.Type;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;

/**
 * Shows the results that a cell's client reports as tests below the cell's. A result's test stays open until the next
 * result, since details may follow; that of a failure until the cell is decided, since the cell may be run again.
 */
final class Subtests {
    /**
     * Reasons of a cell's failure after which the report may be incomplete: parts that are missing in it have failed.
     */
    private static final Set<ReasonCode> CUT_OFF = Set.of(
            ReasonCode.REPORT_MISSING,
            ReasonCode.CLIENT_FAILED,
            ReasonCode.SERVER_ENDED,
            ReasonCode.SERVER_SILENT,
            ReasonCode.SERVER_UNBOUND,
            ReasonCode.TIME_LIMIT,
            ReasonCode.OUT_OF_MEMORY,
            ReasonCode.DISK_LIMIT);

    private final CellDescriptor cell;
    private final Map<String, SubtestDescriptor> parts;
    /** Whether results beyond the known parts are shown; false if only some parts of the cell were selected. */
    private final boolean showsOthers;

    private final EngineExecutionListener listener;
    private final Expectations expectations;
    private final Map<List<String>, SubtestDescriptor> known = new LinkedHashMap<>();
    private final Map<List<String>, Report.Result> results = new LinkedHashMap<>();
    private final Map<List<String>, Report.Details> details = new HashMap<>();
    private final Set<List<String>> open = new HashSet<>();
    /** The results that earlier attempts have shown; a test cannot end twice. */
    private final Set<List<String>> shown = new HashSet<>();

    private Optional<Report.Result> last = Optional.empty();

    Subtests(CellDescriptor cell, EngineExecutionListener listener, Expectations expectations) {
        this.cell = cell;
        this.expectations = expectations;
        this.listener = listener;
        this.parts = cell.parts();
        this.showsOthers = cell.partNames().isEmpty() || cell.verdict().isPresent() && !parts.isEmpty();
        parts.forEach((name, part) -> known.put(List.of(name), part));
    }

    /** Shows one report of the client. Results of parts that were not selected are left out. */
    void report(Report report) {
        if (!shows(report.path().get(0)) || shown.contains(report.path())) {
            return;
        }
        if (report instanceof Report.Details more) {
            details.put(more.path(), more);
            Optional.ofNullable(known.get(more.path())).ifPresent(it -> publish(it, more));
            return;
        }
        settle();
        if (report instanceof Report.Opened opened) {
            start(opened.path(), Type.CONTAINER_AND_TEST);
        } else if (report instanceof Report.Result result) {
            results.put(result.path(), result);
            if (result.status() == Report.Status.SKIPPED && !open.contains(result.path())) {
                listener.executionSkipped(node(result.path(), Type.TEST), result.text());
            } else {
                start(result.path(), Type.TEST);
                last = Optional.of(result);
            }
        }
    }

    /** The cell is run again: forgets what has not been shown yet. */
    void restart() {
        settle();
        results.keySet().removeAll(open);
        details.keySet().removeAll(open);
        shown.addAll(results.keySet());
    }

    private boolean shows(String name) {
        return cell.partNames().contains(name) ? parts.containsKey(name) : showsOthers;
    }

    /** Ends all open tests once the cell is decided, and fails or skips the parts that were not reported. */
    void finish(Path root, CellResult result) {
        end(result.expected());
        parts.forEach((name, part) -> {
            if (!results.containsKey(List.of(name))) {
                missing(part, result);
            }
        });
        if (showsOthers) {
            cell.awaited().stream().filter(it -> !known.containsKey(it)).forEach(it -> missing(it, result));
        }
        known.forEach((path, it) -> {
            if (path.size() == 1 && results.containsKey(path)) {
                proof(path.get(0), result).ifPresent(proof -> listener.reportingEntryPublished(it, proof));
            }
            Optional.ofNullable(details.get(path))
                    .flatMap(more -> PublishedFiles.details(root, result, path, more.text()))
                    .ifPresent(file -> listener.fileEntryPublished(it, file));
        });
    }

    /** The proof of a claimed pass; of the test case's own where the cell runs several. */
    private Optional<ReportEntry> proof(String name, CellResult result) {
        var claim = result.verdict().claim();
        if (cell.partNames().isEmpty()) {
            var claimed = results.get(List.of(name)).status() == Report.Status.PASSED
                    && name.equals(cell.cell().test().name());
            return claim.filter(it -> claimed).flatMap(Claim::proof).map(it -> ReportEntry.from("proof", it.label()));
        }
        return claim.stream()
                .flatMap(it -> it.parts().stream())
                .filter(it -> it.name().equals(name))
                .findFirst()
                .map(it -> ReportEntry.from(Map.of("proof", it.proof().label(), "proof.reason", it.reason())));
    }

    /** Ends all open tests. One without a result failed. */
    void end() {
        end(List.of());
    }

    private void end(List<Expected> known) {
        settle();
        open.stream()
                .sorted((a, b) -> b.size() - a.size())
                .toList()
                .forEach(path -> finish(
                        path,
                        Optional.ofNullable(results.get(path))
                                .map(it -> compared(it, known).orElseGet(() -> outcome(it)))
                                .orElseGet(() -> TestExecutionResult.failed(
                                        TestOutcome.failure("the client did not report how it ended")))));
    }

    private void missing(SubtestDescriptor part, CellResult result) {
        var reason = result.verdict().reason();
        if (isCutOff(reason.code())) {
            listener.executionStarted(part);
            listener.executionFinished(
                    part,
                    TestExecutionResult.failed(
                            TestOutcome.failure(reason.code().label() + ": not reported; " + reason.text())));
        } else {
            listener.executionSkipped(
                    part,
                    result.reused().isPresent()
                            ? "it did neither pass nor fail in the earlier run whose result is reused"
                            : "the client did not report it");
        }
    }

    private boolean isCutOff(ReasonCode reason) {
        return CUT_OFF.contains(reason)
                || cell.cell().protocol().cutOffReasons().contains(reason);
    }

    /**
     * Fails a result that was selected by its id but not reported; without it the selection would seem to have passed.
     */
    private void missing(List<String> path, CellResult result) {
        start(path, Type.TEST);
        var text = "selected by its id, and the client did not report it";
        finish(
                path,
                result.verdict().outcome() == Outcome.UNSUPPORTED
                        ? TestExecutionResult.aborted(TestOutcome.aborted(text))
                        : TestExecutionResult.failed(TestOutcome.failure(text)));
    }

    private void settle() {
        last.filter(it -> it.status() != Report.Status.FAILED && !isKnown(it.path()))
                .ifPresent(it -> finish(it.path(), outcome(it)));
        last = Optional.empty();
    }

    /** Whether expectations name it, so that only the whole cell's result says how it compares with them. */
    private boolean isKnown(List<String> path) {
        return expectations.includes(cell.cell().identity(), path);
    }

    /**
     * The outcome of a result that is known, or is to be: by an entry about it, else, if it failed, by one about its
     * whole cell.
     */
    private static Optional<TestExecutionResult> compared(Report.Result result, List<Expected> known) {
        var failed = result.status() == Report.Status.FAILED;
        var own = known.stream().filter(it -> it.part().equals(result.path())).findFirst();
        return own.or(() -> known.stream()
                        .filter(it -> failed && it.ofCell() && it.excuses())
                        .findFirst())
                .filter(it -> failed || it.fails())
                .map(it -> it.excuses()
                        ? TestExecutionResult.aborted(TestOutcome.aborted(it.text() + "; " + result.text()))
                        : TestExecutionResult.failed(TestOutcome.failure(it.text())));
    }

    private TestExecutionResult outcome(Report.Result result) {
        return switch (result.status()) {
            case PASSED -> TestExecutionResult.successful();
            case FAILED -> TestExecutionResult.failed(TestOutcome.failure(text(result)));
            case SKIPPED -> TestExecutionResult.aborted(TestOutcome.aborted("skipped: " + result.text()));
            case TO_DO -> TestExecutionResult.aborted(TestOutcome.aborted("to do: " + result.text()));
        };
    }

    private String text(Report.Result result) {
        var more = Optional.ofNullable(details.get(result.path()));
        return result.text() + more.map(it -> "\n" + it.text()).orElse("");
    }

    private void publish(SubtestDescriptor subtest, Report.Details more) {
        var entries = new LinkedHashMap<>(more.entries());
        // The platform refuses blank ones.
        entries.entrySet().removeIf(it -> it.getKey().isBlank() || it.getValue().isBlank());
        if (!entries.isEmpty()) {
            listener.reportingEntryPublished(subtest, ReportEntry.from(entries));
        }
    }

    private void start(List<String> path, Type type) {
        var subtest = node(path, type);
        if (open.add(path)) {
            listener.executionStarted(subtest);
        }
    }

    private void finish(List<String> path, TestExecutionResult result) {
        if (open.remove(path)) {
            listener.executionFinished(known.get(path), result);
        }
    }

    private SubtestDescriptor node(List<String> path, Type type) {
        var there = known.get(path);
        if (there != null) {
            return there;
        }
        var group = path.subList(0, path.size() - 1);
        var id = cell.getUniqueId();
        for (var name : group) {
            id = id.append(SubtestDescriptor.SEGMENT, name);
        }
        var subtest = SubtestDescriptor.of(id, cell, path, type);
        Optional.<TestDescriptor>ofNullable(known.get(group)).orElse(cell).addChild(subtest);
        known.put(path, subtest);
        listener.dynamicTestRegistered(subtest);
        return subtest;
    }
}
