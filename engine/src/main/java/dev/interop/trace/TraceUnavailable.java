package dev.interop.trace;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Thrown when a capture is missing, incomplete or cannot be dissected. */
@API(status = Status.EXPERIMENTAL)
public final class TraceUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    private enum Kind {
        MISSING,
        UNREADABLE,
        FLOODED
    }

    private TraceUnavailable(String message, Kind kind) {
        super(message);
        this.kind = kind;
    }

    /** Creates the exception for a capture that is missing or incomplete. */
    public static TraceUnavailable missing(String message) {
        return new TraceUnavailable(message, Kind.MISSING);
    }

    /** Creates the exception for a capture that cannot be read or dissected. */
    public static TraceUnavailable unreadable(String message) {
        return new TraceUnavailable(message, Kind.UNREADABLE);
    }

    /** Creates the exception for a capture of endpoints that send far more than any test case needs. */
    static TraceUnavailable flooded(String message) {
        return new TraceUnavailable(message, Kind.FLOODED);
    }

    /** Whether the capture is missing or incomplete, rather than unreadable. */
    public boolean isMissing() {
        return kind == Kind.MISSING;
    }

    /** Whether endpoints have made the capture unreadable by how much they sent. */
    public boolean isFlooded() {
        return kind == Kind.FLOODED;
    }
}
