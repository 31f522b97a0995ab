package dev.interop.trace;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Thrown when a capture is missing, incomplete or cannot be dissected. */
@API(status = Status.EXPERIMENTAL)
public final class TraceUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean missing;

    private TraceUnavailable(String message, boolean missing) {
        super(message);
        this.missing = missing;
    }

    /** Creates the exception for a capture that is missing or incomplete. */
    public static TraceUnavailable missing(String message) {
        return new TraceUnavailable(message, true);
    }

    /** Creates the exception for a capture that cannot be read or dissected. */
    public static TraceUnavailable unreadable(String message) {
        return new TraceUnavailable(message, false);
    }

    /** Whether the capture is missing or incomplete, rather than unreadable. */
    public boolean isMissing() {
        return missing;
    }
}
