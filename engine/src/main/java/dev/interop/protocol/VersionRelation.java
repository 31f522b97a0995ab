package dev.interop.protocol;

import java.util.Locale;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** How a version stands to the one that a working group aims at; in the order in which pairs are run. */
@API(status = Status.EXPERIMENTAL)
public enum VersionRelation {
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

    /** How a version stands to the target. */
    public static <T extends Comparable<T>> VersionRelation of(T version, T target) {
        var order = version.compareTo(target);
        return order == 0 ? AT : order > 0 ? AHEAD : BEHIND;
    }
}
