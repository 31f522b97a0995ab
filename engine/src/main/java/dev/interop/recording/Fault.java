package dev.interop.recording;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Why a cell could not be run or recorded, where that is nobody's protocol fault.
 *
 * @param code what kind of fault
 * @param text one line with the remedy
 */
@API(status = Status.EXPERIMENTAL)
public record Fault(Code code, String text) {
    /** What the text of {@link Code#BINARY_MISSING} says where the program is there all the same. */
    public static final String NOT_EXECUTABLE = "not executable";

    /** Kinds of fault. */
    public enum Code {
        /** An image is neither on this machine nor to be pulled. */
        IMAGE_MISSING,
        /** An image lacks the program that it is to run. */
        BINARY_MISSING,
        /** A container could not be created or started for another reason. */
        START_FAILED,
        /** The simulator gave up: it never saw the server answer, or refused its scenario. */
        SIMULATOR_FAILED,
        /** The server's address answered, but nobody is bound to its port. */
        SERVER_UNBOUND,
        /** What the containers left could not be copied out. */
        COPY_FAILED,
        /** The disk is full. */
        DISK_FULL,
        /** The container engine went away or refused. */
        ENGINE_LOST,
        /** Anything else in the harness. */
        HARNESS
    }
}
