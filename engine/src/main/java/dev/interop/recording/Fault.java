package dev.interop.recording;

import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The cause why a cell could not be run or recorded, as opposed to a violation of the protocol.
 *
 * @param code the kind of fault
 * @param text one line with the remedy
 * @param image the image that is missing, if that is the fault
 */
@API(status = Status.EXPERIMENTAL)
public record Fault(Code code, String text, Optional<String> image) {
    /** A fault that is not about an image that is missing. */
    public Fault(Code code, String text) {
        this(code, text, Optional.empty());
    }

    /** Kinds of fault. */
    public enum Code {
        /** An image is not on this machine and cannot be pulled. */
        IMAGE_MISSING,
        /** An image lacks the program that its container runs. */
        BINARY_MISSING,
        /** The program that a container runs is in its image, but is not executable. */
        NOT_EXECUTABLE,
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
