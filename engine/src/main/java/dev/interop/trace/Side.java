package dev.interop.trace;

import java.util.Locale;

/** A side of a connection. */
public enum Side {
    /** The side that connects. */
    CLIENT,
    /** The side that answers. */
    SERVER;

    /** Lower case, for people. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
