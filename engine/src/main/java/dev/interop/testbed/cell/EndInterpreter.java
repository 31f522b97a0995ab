package dev.interop.testbed.cell;

import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerEnd.How;
import dev.interop.testbed.docker.ContainerState;
import java.util.OptionalInt;

/**
 * Interprets the last state of a container.
 *
 * @param memoryBytes the container's limit of memory
 */
record EndInterpreter(long memoryBytes) {
    /**
     * Returns how the container ended.
     *
     * @param state its last state
     * @param stderr the last lines of its standard error
     * @param how whether it ended by itself or was stopped
     */
    ContainerEnd interpret(ContainerState state, String stderr, How how) {
        if (state.running()) {
            return new ContainerEnd(how, OptionalInt.empty(), "it could not be stopped");
        }
        var code = OptionalInt.of(state.exitCode());
        var missing = MissingProgram.entryPoint(state.exitCode(), stderr);
        if (missing.isPresent()) {
            return new ContainerEnd(How.NOT_STARTED, code, missing.get());
        }
        // The mark is also set when a child was killed and the program went on.
        if (state.outOfMemory() && how == How.EXITED && state.exitCode() != 0) {
            return new ContainerEnd(How.OUT_OF_MEMORY, code, "more than " + memoryBytes + " bytes of memory");
        }
        return new ContainerEnd(how, code, state.error());
    }
}
