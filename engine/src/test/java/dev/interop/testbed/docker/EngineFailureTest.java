package dev.interop.testbed.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.exception.InternalServerErrorException;
import dev.interop.recording.Fault;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class EngineFailureTest {
    @Test
    void aRefusalIsAFailedStart() {
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
