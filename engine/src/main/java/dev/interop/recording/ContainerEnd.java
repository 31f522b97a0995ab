package dev.interop.recording;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.OptionalInt;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How a container ended.
 *
 * @param how by itself, or by whose hand
 * @param exitCode its exit code; empty when it never ran. Says nothing unless it {@link How#EXITED} by itself.
 * @param detail more for people, such as the engine's message when it did not start; empty if nothing
 */
@API(status = Status.EXPERIMENTAL)
public record ContainerEnd(How how, OptionalInt exitCode, String detail) {
    /** By whose hand a container ended. */
    public enum How {
        /** By itself, before the testbed asked for it. */
        EXITED,
        /** Stopped by the testbed, because the cell had ended. */
        STOPPED,
        /** Stopped by the testbed, because the cell's time was up. */
        TIMED_OUT,
        /** Killed by the kernel for its memory limit. */
        OUT_OF_MEMORY,
        /** It could not be created or started. */
        NOT_STARTED;

        /** Lower case with hyphens, as JSON spells it. */
        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** An end by itself with this code. */
    public static ContainerEnd exited(int code) {
        return new ContainerEnd(How.EXITED, OptionalInt.of(code), "");
    }

    /** Whether it ended by itself with exactly this code. */
    public boolean exitedWith(int code) {
        return how == How.EXITED && exitCode.isPresent() && exitCode.getAsInt() == code;
    }
}
