package dev.interop.testbed.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.exception.InternalServerErrorException;
import dev.interop.recording.Fault;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineFailureTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "failed to update store for object type *libnetwork.endpoint: open : no such file or directory",
                "Status 500: {\"message\":\"database not open\"}",
                "grpc: the client connection is closing: unknown",
                "connection error: dial unix /run/containerd/containerd.sock: connect: connection refused"
            })
    void anEngineThatStillAnswersWhileItEndsIsLost(String message) {
        var failure = EngineFailure.of(new InternalServerErrorException(message), "starting a container");

        assertThat(failure.fault().code()).isEqualTo(Fault.Code.ENGINE_LOST);
        assertThat(failure).hasMessageContaining("the container engine is ending (starting a container: ");
    }

    @Test
    void anotherRefusalIsAFailedStart() {
        var failure = EngineFailure.of(new InternalServerErrorException("exec format error"), "starting a container");

        assertThat(failure.fault().code()).isEqualTo(Fault.Code.START_FAILED);
    }

    @Test
    void anEngineThatDoesNotAnswerIsLost() {
        assertThat(EngineFailure.of(new IOException("No such file or directory"), "creating a container")
                        .fault()
                        .code())
                .isEqualTo(Fault.Code.ENGINE_LOST);
    }
}
