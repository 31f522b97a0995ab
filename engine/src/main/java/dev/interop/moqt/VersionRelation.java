package dev.interop.moqt;

import java.util.Locale;

/** A version compared with the target version of the working group; in the order in which pairs run. */
enum VersionRelation {
    /** The version is the target version. */
    AT,
    /** The version is newer than the target version. */
    AHEAD,
    /** The version is older than the target version. */
    BEHIND;

    /** The name in options and results, in lower case. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Compares a version with the target version. */
    static <T extends Comparable<T>> VersionRelation of(T version, T target) {
        var order = version.compareTo(target);
        return order == 0 ? AT : order > 0 ? AHEAD : BEHIND;
    }
}
