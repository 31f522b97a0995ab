package dev.interop.cli;

import dev.interop.config.Settings;
import dev.interop.engine.InteropTestEngine;
import dev.interop.engine.PlannedMatrix;
import dev.interop.engine.SessionListener;
import dev.interop.listener.RunListener;
import dev.interop.plan.Plan;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the default matrix through the JUnit Launcher, so that terminal, IDE and build share one path. */
final class MatrixLauncher {
    /**
     * Runs the plan to its end and reports events to {@code listener}.
     *
     * @throws RuntimeException the failure that kept the matrix as a whole from running
     */
    void run(Settings settings, Plan plan, RunListener listener) {
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(new PlannedMatrix(DefaultMatrix.class, settings, plan))
                .filters(EngineFilter.includeEngines(InteropTestEngine.ID))
                .build();
        var failure = new AtomicReference<Throwable>();
        try (var session = LauncherFactory.openSession()) {
            SessionListener.put(session.getStore(), listener);
            session.getLauncher().execute(request, new ContainerFailure(failure));
        }
        Optional.ofNullable(failure.get()).ifPresent(MatrixLauncher::rethrow);
    }

    private static void rethrow(Throwable failure) {
        throw failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
    }

    /**
     * Remembers the failure of a container other than a cell. Cells have results of their own; other containers have
     * none.
     */
    record ContainerFailure(AtomicReference<Throwable> failure) implements TestExecutionListener {
        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isContainer() && !test.isTest()) {
                result.getThrowable().ifPresent(it -> failure.compareAndSet(null, it));
            }
        }
    }
}
