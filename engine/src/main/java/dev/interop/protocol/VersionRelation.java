package dev.interop.protocol;

import java.util.Locale;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A version compared with the target version of the working group; in the order in which pairs run. */
@API(status = Status.EXPERIMENTAL)
public enum VersionRelation {
    /** The version is the target version. */
    AT,
    /** The version is newer than the target version. */
    AHEAD,
    /** The version is older than the target version. */
    BEHIND;

    /** The name in options and results, in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Compares a version with the target version. */
    public static <T extends Comparable<T>> VersionRelation of(T version, T target) {
        var order = version.compareTo(target);
        return order == 0 ? AT : order > 0 ? AHEAD : BEHIND;
    }
}
