package dev.interop.testbed.docker;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.interop.recording.Fault;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A failure of the container engine or a refusal by it. */
@API(status = Status.INTERNAL)
public final class EngineFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The kind of the failure. */
    public enum Kind {
        /** The named resource does not exist. */
        NOT_FOUND,
        /** The image is not on this machine. */
        IMAGE_MISSING,
        /** Another resource is in the way, such as one with the same name or address. */
        CONFLICT,
        /** A requested subnet is in use. */
        SUBNET_TAKEN,
        /** The disk is full. */
        DISK_FULL,
        /** The engine does not answer. */
        LOST,
        /** The engine refuses for another reason. */
        REFUSED
    }

    private final Kind kind;
    private final Optional<String> image;

    EngineFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.image = Optional.empty();
    }

    /** A failure without a message of the engine. */
    public EngineFailure(Kind kind, String message) {
        this(kind, message, Optional.empty());
    }

    private EngineFailure(Kind kind, String message, Optional<String> image) {
        super(message);
        this.kind = kind;
        this.image = image;
    }

    /** The failure to find an image. */
    static EngineFailure missingImage(String reference, String remedy) {
        return new EngineFailure(
                Kind.IMAGE_MISSING,
                "image " + reference + " is not on this machine; " + remedy,
                Optional.of(reference));
    }

    /** The same failure, with the name of what it is about before its message. */
    public EngineFailure named(String whose) {
        var named = new EngineFailure(kind, whose + ": " + getMessage(), image);
        named.initCause(this);
        return named;
    }

    /** The kind of the failure. */
    public Kind kind() {
        return kind;
    }

    /** The fault to record for this failure. */
    public Fault fault() {
        var code = switch (kind) {
            case IMAGE_MISSING -> Fault.Code.IMAGE_MISSING;
            case DISK_FULL -> Fault.Code.DISK_FULL;
            case LOST -> Fault.Code.ENGINE_LOST;
            case NOT_FOUND, CONFLICT, SUBNET_TAKEN, REFUSED -> Fault.Code.START_FAILED;
        };
        return new Fault(code, getMessage(), image);
    }

    /** Converts an exception that the client library threw while {@code doing} something. */
    static EngineFailure of(Throwable thrown, String doing) {
        if (thrown instanceof EngineFailure failure) {
            return failure;
        }
        var text = text(thrown);
        var lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left on device")) {
            return new EngineFailure(
                    Kind.DISK_FULL,
                    "the disk is full (" + doing + "): free space below the container engine's data folder",
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

    /** The engine's own message, without the client library's wrapping; else that of the innermost cause. */
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
