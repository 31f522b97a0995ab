package dev.interop.recording;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.OptionalInt;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How a container ended.
 *
 * @param how whether it exited or was stopped, and by whom
 * @param exitCode its exit code; empty if it never ran. The code is meaningful only with {@link How#EXITED}.
 * @param detail further text, such as the container engine's message when it did not start; may be empty
 */
@API(status = Status.EXPERIMENTAL)
public record ContainerEnd(How how, OptionalInt exitCode, String detail) {
    /** The way in which a container ended. */
    public enum How {
        /** It exited before the testbed stopped it. */
        EXITED,
        /** Stopped by the testbed, because the cell had ended. */
        STOPPED,
        /** Stopped by the testbed, because the cell had reached its time limit. */
        TIMED_OUT,
        /** Killed by the kernel for its memory limit. */
        OUT_OF_MEMORY,
        /** Stopped by the testbed, because it had written more than its limit to the disk. */
        DISK_LIMIT,
        /** It could not be created or started. */
        NOT_STARTED;

        /** Lower case with hyphens, as JSON spells it. */
        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The end of a container that exited with this code. */
    public static ContainerEnd exited(int code) {
        return new ContainerEnd(How.EXITED, OptionalInt.of(code), "");
    }

    /** Whether it exited with exactly this code. */
    public boolean exitedWith(int code) {
        return how == How.EXITED && exitCode.isPresent() && exitCode.getAsInt() == code;
    }
}
