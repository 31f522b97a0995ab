package dev.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestDescriptor.Type;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.launcher.TestIdentifier;

class ContainerFailureTest {
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    @Test
    void theFailureOfAClassIsTheFailureOfTheRun() {
        finish(Type.CONTAINER);

        assertThat(failure.get()).hasMessage("failed");
    }

    @Test
    void theFailureOfACellIsNotTheFailureOfTheRun() {
        finish(Type.TEST);
        finish(Type.CONTAINER_AND_TEST);

        assertThat(failure.get()).isNull();
    }

    private void finish(Type type) {
        new MatrixLauncher.ContainerFailure(failure)
                .executionFinished(
                        TestIdentifier.from(new Described(type)),
                        TestExecutionResult.failed(new IllegalStateException("failed")));
    }

    private static final class Described extends AbstractTestDescriptor {
        private final Type type;

        Described(Type type) {
            super(UniqueId.forEngine("interop"), "described");
            this.type = type;
        }

        @Override
        public Type getType() {
            return type;
        }
    }
}
