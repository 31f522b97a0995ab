package dev.interop.trace;

/** A capture is missing or cannot be dissected. */
public final class TraceUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean missing;

    private TraceUnavailable(String message, boolean missing) {
        super(message);
        this.missing = missing;
    }

    /** There is no capture, or it is not the whole one. */
    public static TraceUnavailable missing(String message) {
        return new TraceUnavailable(message, true);
    }

    /** The dissector failed. */
    public static TraceUnavailable unreadable(String message) {
        return new TraceUnavailable(message, false);
    }

    /** Whether there is none, or not the whole one, as opposed to one that cannot be read. */
    public boolean isMissing() {
        return missing;
    }
}
