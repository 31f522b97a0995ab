package dev.interop.protocol;

import java.util.Locale;

/** How a version stands to the one that a working group aims at; in the order in which pairs are run. */
public enum Standing {
    /** It is the one. */
    AT,
    /** It is newer. */
    AHEAD,
    /** It is older. */
    BEHIND;

    /** As options and results spell it: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
