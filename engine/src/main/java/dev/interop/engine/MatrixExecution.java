package dev.interop.engine;

import dev.interop.UserError;
import dev.interop.expectation.Expected;
import dev.interop.listener.RunListener;
import dev.interop.result.RunResult;
import dev.interop.run.MatrixRun;
import dev.interop.run.PastFailures;
import dev.interop.run.Repetitions;
import dev.interop.run.RunBackend;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;

/** Runs one class's cells and reports them. */
final class MatrixExecution {
    private final TestDescriptor descriptor;
    private final EngineExecutionListener listener;
    private final Cancellation cancellation;
    private final Optional<RunListener> further;
    private final RunBackend.Source backend;

    MatrixExecution(
            TestDescriptor descriptor,
            EngineExecutionListener listener,
            Cancellation cancellation,
            Optional<RunListener> further,
            RunBackend.Source backend) {
        this.descriptor = descriptor;
        this.listener = listener;
        this.cancellation = cancellation;
        this.further = further;
        this.backend = backend;
    }

    void execute() {
        if (descriptor instanceof DisabledMatrixDescriptor disabled) {
            listener.executionSkipped(descriptor, disabled.reason());
            return;
        }
        listener.executionStarted(descriptor);
        listener.executionFinished(descriptor, result());
    }

    /**
     * The class itself fails only when nothing could be run at all, such as without a container engine, or an entry of the
     * expectations has expired and no cell fails for that.
     */
    private TestExecutionResult result() {
        if (descriptor instanceof BrokenMatrixDescriptor broken) {
            return TestExecutionResult.failed(reported(broken.error()));
        }
        var matrix = (MatrixDescriptor) descriptor;
        var cells = cells(matrix);
        var plan = matrix.plan().only(it -> cells.containsKey(it.id()));
        var bridge = new ExecutionBridge(
                matrix,
                new PrintableListener(listener),
                cells,
                run -> Repetitions.of(matrix.settings(), plan.seed(), run),
                PastFailures.of(matrix.settings()));
        var listeners = List.of(bridge, further.orElseGet(LoggedNotes::new));
        try (var run = MatrixRun.open(matrix.testClass().getName(), matrix.settings(), plan, listeners, backend)) {
            DoubledAllure.note().ifPresent(line -> listeners.forEach(it -> it.note(line)));
            return ended(cancellation.during(run::run, run::cancel));
        } catch (RuntimeException e) {
            bridge.abandon();
            return TestExecutionResult.failed(reported(e));
        }
    }

    /** The command line tells the result of a run itself. */
    private TestExecutionResult ended(RunResult result) {
        return result.expired().isEmpty() || further.isPresent()
                ? TestExecutionResult.successful()
                : TestExecutionResult.failed(TestOutcome.failure(
                        result.expired().stream().map(Expected::text).collect(Collectors.joining("\n"))));
    }

    /** Reduces a failure to its line, because build tools print all of it. The command line gets the whole one. */
    private Throwable reported(RuntimeException failure) {
        return failure instanceof UserError && further.isEmpty() ? new HarnessFailure(failure.getMessage()) : failure;
    }

    private static Map<String, CellDescriptor> cells(TestDescriptor matrix) {
        return matrix.getDescendants().stream()
                .filter(CellDescriptor.class::isInstance)
                .map(CellDescriptor.class::cast)
                .collect(Collectors.toMap(it -> it.cell().id(), Function.identity()));
    }
}
