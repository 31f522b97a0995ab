package dev.interop.testbed.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerEnd.How;
import dev.interop.testbed.docker.ContainerState;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EndInterpreterTest {
    private static final EndInterpreter INTERPRETER = new EndInterpreter(1024);

    @Test
    void aContainerThatStillRunsCouldNotBeStopped() {
        var end = INTERPRETER.interpret(new ContainerState(true, 0, false, ""), "", How.STOPPED);

        assertThat(end).isEqualTo(new ContainerEnd(How.STOPPED, OptionalInt.empty(), "it could not be stopped"));
    }

    @Test
    void aContainerWhoseProgramIsMissingDidNotStart() {
        var said = "[FATAL tini (7)] exec /run.sh failed: No such file or directory";

        assertThat(INTERPRETER.interpret(new ContainerState(false, 127, false, ""), said, How.EXITED))
                .isEqualTo(new ContainerEnd(How.NOT_STARTED, OptionalInt.of(127), said));
    }

    @Test
    void aContainerThatExitedForWantOfMemoryIsOutOfMemory() {
        var state = new ContainerState(false, 137, true, "");

        assertThat(INTERPRETER.interpret(state, "", How.EXITED))
                .isEqualTo(new ContainerEnd(How.OUT_OF_MEMORY, OptionalInt.of(137), "more than 1024 bytes of memory"));
        assertThat(INTERPRETER.interpret(state, "", How.TIMED_OUT).how()).isEqualTo(How.TIMED_OUT);
    }

    @Test
    void aProgramThatWentOnWithoutAChildThatWasKilledHasExited() {
        assertThat(INTERPRETER
                        .interpret(new ContainerState(false, 0, true, ""), "", How.EXITED)
                        .how())
                .isEqualTo(How.EXITED);
    }
}
