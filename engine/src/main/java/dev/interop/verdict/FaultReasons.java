package dev.interop.verdict;

import dev.interop.recording.Fault;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Converts a fault, which prevented a cell or a probe, into a reason. */
@API(status = Status.INTERNAL)
public final class FaultReasons {
    private static final Set<ReasonCode> OF_AN_IMAGE =
            Set.of(ReasonCode.IMAGE_MISSING, ReasonCode.BINARY_MISSING, ReasonCode.START_FAILED);

    private FaultReasons() {}

    /** The reason for a fault, with its text. */
    public static Reason of(Fault fault) {
        return new Reason(code(fault), fault.text());
    }

    /** Whether the reason is that an image is missing or does not start. */
    public static boolean isOfAnImage(ReasonCode code) {
        return OF_AN_IMAGE.contains(code);
    }

    private static ReasonCode code(Fault fault) {
        return switch (fault.code()) {
            case IMAGE_MISSING -> ReasonCode.IMAGE_MISSING;
            case BINARY_MISSING, NOT_EXECUTABLE -> ReasonCode.BINARY_MISSING;
            case START_FAILED -> startFailed(fault.text());
            case SIMULATOR_FAILED -> ReasonCode.SIMULATOR_FAILED;
            case SERVER_UNBOUND -> ReasonCode.SERVER_UNBOUND;
            case DISK_FULL -> ReasonCode.DISK_FULL;
            case ENGINE_LOST -> ReasonCode.ENGINE_LOST;
            case COPY_FAILED, HARNESS -> ReasonCode.HARNESS;
        };
    }

    /** Container engines report a missing program only in the text of their message. */
    private static ReasonCode startFailed(String message) {
        return Logs.namesMissingBinary(message) ? ReasonCode.BINARY_MISSING : ReasonCode.START_FAILED;
    }
}
