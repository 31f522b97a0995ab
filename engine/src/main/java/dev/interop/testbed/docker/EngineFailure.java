package dev.interop.testbed.docker;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.interop.recording.Fault;
import java.util.Locale;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Something that the container engine refused or could not do. */
@API(status = Status.INTERNAL)
public final class EngineFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Kind {
        /** The thing that was named does not exist. */
        NOT_FOUND,
        /** The image does not exist here. */
        IMAGE_MISSING,
        /** Another thing is in the way, such as a name or an address. */
        CONFLICT,
        /** A subnet that is asked for is in use. */
        SUBNET_TAKEN,
        /** The disk is full. */
        DISK_FULL,
        /** The engine does not answer. */
        LOST,
        /** The engine says no for another reason. */
        REFUSED
    }

    private final Kind kind;

    EngineFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** A failure that the engine did not put into words of its own. */
    public EngineFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** What went wrong. */
    public Kind kind() {
        return kind;
    }

    /** The same as a recording says it. */
    public Fault fault() {
        var code = switch (kind) {
            case IMAGE_MISSING -> Fault.Code.IMAGE_MISSING;
            case DISK_FULL -> Fault.Code.DISK_FULL;
            case LOST -> Fault.Code.ENGINE_LOST;
            case NOT_FOUND, CONFLICT, SUBNET_TAKEN, REFUSED -> Fault.Code.START_FAILED;
        };
        return new Fault(code, getMessage());
    }

    /** Makes sense of what the client library threw while {@code doing} something. */
    static EngineFailure of(Throwable thrown, String doing) {
        if (thrown instanceof EngineFailure failure) {
            return failure;
        }
        var text = text(thrown);
        var lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left on device")) {
            return new EngineFailure(
                    Kind.DISK_FULL,
                    "the disk is full (" + doing + "): free space below the engine's data folder",
                    thrown);
        }
        if (lower.contains("no such image")) {
            return new EngineFailure(Kind.IMAGE_MISSING, text, thrown);
        }
        if (lower.contains("overlaps with") || lower.contains("pool overlaps")) {
            return new EngineFailure(Kind.SUBNET_TAKEN, text, thrown);
        }
        if (thrown instanceof NotFoundException) {
            return new EngineFailure(Kind.NOT_FOUND, doing + ": " + text, thrown);
        }
        if (thrown instanceof ConflictException || lower.contains("address already in use")) {
            return new EngineFailure(Kind.CONFLICT, doing + ": " + text, thrown);
        }
        if (thrown instanceof DockerException) {
            return new EngineFailure(Kind.REFUSED, doing + ": " + text, thrown);
        }
        return new EngineFailure(Kind.LOST, "the container engine went away (" + doing + ": " + text + ")", thrown);
    }

    /** The engine's own words, without the client library's wrapping; else the innermost cause's. */
    private static String text(Throwable thrown) {
        var cause = thrown;
        while (!(cause instanceof DockerException) && cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        var message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return message.replaceFirst("(?s)^Status \\d+: ", "")
                .replaceFirst("(?s)^\\s*\\{\"message\":\"(.*)\"}\\s*$", "$1")
                .replace("\\\"", "\"")
                .replace("\\n", " ")
                .strip();
    }
}
