package dev.interop.engine;

import dev.interop.expectation.Expectations;
import dev.interop.listener.RunListener;
import dev.interop.plan.Cell;
import dev.interop.plan.Plan;
import dev.interop.plan.Seeds;
import dev.interop.protocol.Report;
import dev.interop.report.CellsByEndpoint;
import dev.interop.report.ConditionLines;
import dev.interop.report.FailureCard;
import dev.interop.report.Repetition;
import dev.interop.result.CellResult;
import dev.interop.result.RunResult;
import dev.interop.run.PastFailures;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Proof;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;

/**
 * Reports the events of a run to the platform. Containers start with the first of their cells and finish with the last.
 * Not thread-safe: a run calls its listeners one call at a time.
 */
final class ExecutionBridge implements RunListener {
    private final TestDescriptor matrix;
    private final EngineExecutionListener listener;
    private final Map<String, CellDescriptor> cells;
    private final Function<Path, Repetition> repetitions;
    private final PastFailures past;
    private final Map<TestDescriptor, Integer> left = new HashMap<>();
    private final Set<TestDescriptor> open = new HashSet<>();
    private final CellsByEndpoint ended = new CellsByEndpoint();
    private final Map<String, Subtests> subtests = new HashMap<>();
    private Path folder = Path.of("");
    private Expectations expectations = Expectations.NONE;

    ExecutionBridge(
            TestDescriptor matrix,
            EngineExecutionListener listener,
            Map<String, CellDescriptor> cells,
            Function<Path, Repetition> repetitions,
            PastFailures past) {
        this.repetitions = repetitions;
        this.past = past;
        this.matrix = matrix;
        this.listener = listener;
        this.cells = cells;
        for (var cell : cells.values()) {
            groups(cell).forEach(it -> left.merge(it, 1, Integer::sum));
        }
    }

    @Override
    public void runStarted(Plan plan, Path root) {
        folder = root.toAbsolutePath().normalize();
        expectations = plan.expectations();
    }

    /** Reports the note as an entry of the class, since it belongs to no cell. */
    @Override
    public void note(String line) {
        listener.reportingEntryPublished(matrix, ReportEntry.from("note", line));
    }

    @Override
    public void cellStarted(Cell cell) {
        start(cells.get(cell.id()));
    }

    @Override
    public void cellReported(Cell cell, Report report) {
        var descriptor = cells.get(cell.id());
        if (descriptor.reports() && open.contains(descriptor)) {
            subtests(descriptor).report(report);
        }
    }

    private Subtests subtests(CellDescriptor cell) {
        return subtests.computeIfAbsent(cell.cell().id(), it -> new Subtests(cell, listener, expectations));
    }

    /** Its test goes on: only the attempt that counts ends it. */
    @Override
    public void cellPutOff(Cell cell, CellResult attempt) {
        Optional.ofNullable(subtests.get(cell.id())).ifPresent(Subtests::restart);
    }

    @Override
    public void cellEnded(Cell cell, CellResult result) {
        var descriptor = cells.get(cell.id());
        ended.add(result);
        if (result.verdict().outcome() == Outcome.SKIPPED && !open.contains(descriptor)) {
            startGroups(descriptor);
            listener.executionSkipped(descriptor, result.verdict().reason().text());
        } else {
            start(descriptor);
            if (descriptor.reports()) {
                if (result.reused().isPresent()) {
                    StoredReports.of(result.reported()).forEach(subtests(descriptor)::report);
                }
                subtests(descriptor).finish(folder, result);
            }
            var verdict = verdict(descriptor);
            listener.reportingEntryPublished(verdict, ReportEntry.from(facts(result)));
            PublishedFiles.of(folder, result, cell.protocol().publishedFiles())
                    .forEach(it -> listener.fileEntryPublished(verdict, it));
            open.remove(descriptor);
            finish(descriptor, TestOutcome.of(result, cell, ended, repetitions.apply(folder), past, folder));
        }
        finishGroups(descriptor);
    }

    @Override
    public void runEnded(RunResult result) {
        ConditionLines.of(result).forEach(this::note);
        abandon();
    }

    /** Finishes all open containers after a run that broke off. */
    void abandon() {
        for (var cell : cells.values()) {
            if (open.remove(cell)) {
                Optional.ofNullable(subtests.get(cell.cell().id())).ifPresent(Subtests::end);
                finish(cell, TestExecutionResult.aborted(new IllegalStateException("the run broke off")));
            }
        }
        for (var group : Set.copyOf(left.keySet())) {
            // Children first: a client's group is no ancestor of any other open group.
            if (group.getChildren().stream().noneMatch(open::contains) && open.remove(group)) {
                listener.executionFinished(group, TestExecutionResult.successful());
            }
        }
        for (var group : Set.copyOf(open)) {
            open.remove(group);
            listener.executionFinished(group, TestExecutionResult.successful());
        }
    }

    private void start(CellDescriptor cell) {
        if (open.add(cell)) {
            startGroups(cell);
            listener.executionStarted(cell);
            if (cell.reports()) {
                // Must precede the verdict's registration: the children that exist now tell which parts were selected.
                subtests(cell);
            }
            var verdict = verdict(cell);
            if (verdict != cell) {
                listener.executionStarted(verdict);
            }
        }
    }

    /**
     * The test that gets a cell's verdict: the cell itself, or a test beside its parts. If only parts were selected,
     * the verdict's test is registered now: a part shows only the client's claim, the verdict shows whether it is true.
     */
    private TestDescriptor verdict(CellDescriptor cell) {
        if (cell.partNames().isEmpty()) {
            return cell;
        }
        return cell.verdict().orElseGet(() -> {
            var verdict = new VerdictDescriptor(cell);
            cell.addChild(verdict);
            listener.dynamicTestRegistered(verdict);
            return verdict;
        });
    }

    private void finish(CellDescriptor cell, TestExecutionResult result) {
        var verdict = verdict(cell);
        listener.executionFinished(verdict, result);
        if (verdict != cell) {
            listener.executionFinished(cell, TestExecutionResult.successful());
        }
    }

    private void startGroups(CellDescriptor cell) {
        var groups = groups(cell).toList();
        for (var index = groups.size() - 1; index >= 0; index--) {
            if (open.add(groups.get(index))) {
                listener.executionStarted(groups.get(index));
            }
        }
    }

    private void finishGroups(CellDescriptor cell) {
        groups(cell).forEach(group -> {
            if (left.merge(group, -1, Integer::sum) == 0 && open.remove(group)) {
                listener.executionFinished(group, TestExecutionResult.successful());
            }
        });
    }

    /** The client's and the server's container, innermost first. */
    private static Stream<TestDescriptor> groups(TestDescriptor cell) {
        return Stream.iterate(cell.getParent(), Optional::isPresent, it -> it.flatMap(TestDescriptor::getParent))
                .map(Optional::get)
                .takeWhile(GroupDescriptor.class::isInstance);
    }

    private Map<String, String> facts(CellResult result) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("outcome", result.verdict().outcome().label());
        facts.put("reason", result.verdict().reason().code().label());
        facts.put("text", result.verdict().reason().text());
        result.verdict().claim().ifPresent(it -> {
            facts.put("points", String.valueOf(it.points()));
            it.proof().ifPresent(proof -> facts.put("proof", proof.label()));
            if (!it.parts().isEmpty()) {
                Stream.of(Proof.values())
                        .forEach(proof -> facts.put("parts." + proof.label(), String.valueOf(it.parts(proof))));
            }
        });
        FailureCard.known(result).ifPresent(it -> facts.put("known", it));
        result.reused().ifPresent(it -> facts.put("reused", it.toString()));
        facts.put("seed", Seeds.format(result.seed()));
        if (!result.logs().isEmpty()) {
            facts.put("logs", folder.resolve(result.logs()).toString());
        }
        result.containers().forEach((role, it) -> {
            it.image().ifPresent(image -> facts.put("image." + role.label(), image));
            it.build().ifPresent(build -> facts.put("build." + role.label(), build.whole()));
            it.release().ifPresent(release -> facts.put("release." + role.label(), release));
        });
        facts.values().removeIf(String::isBlank);
        return facts;
    }
}
