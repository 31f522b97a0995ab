package dev.interop.recording;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The cause why a cell could not be run or recorded, as opposed to a violation of the protocol.
 *
 * @param code the kind of fault
 * @param text one line with the remedy
 */
@API(status = Status.EXPERIMENTAL)
public record Fault(Code code, String text) {
    /** Part of the text of {@link Code#BINARY_MISSING} if the program exists but cannot be executed. */
    public static final String NOT_EXECUTABLE = "not executable";

    /** Kinds of fault. */
    public enum Code {
        /** An image is not on this machine and cannot be pulled. */
        IMAGE_MISSING,
        /** An image lacks the program that its container runs. */
        BINARY_MISSING,
        /** A container could not be created or started for another reason. */
        START_FAILED,
        /** The simulator gave up: the server never answered it, or its scenario is invalid. */
        SIMULATOR_FAILED,
        /** The server's address answered, but no socket is bound to its port. */
        SERVER_UNBOUND,
        /** The containers' files could not be copied out. */
        COPY_FAILED,
        /** The disk is full. */
        DISK_FULL,
        /** The container engine became unreachable or refused a request. */
        ENGINE_LOST,
        /** Any other fault of the harness. */
        HARNESS
    }
}
