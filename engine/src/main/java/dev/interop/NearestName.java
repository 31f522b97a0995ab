package dev.interop;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Finds the known name that is nearest to a mistyped one. Plain edit distance does not fit: most mistakes in a filter
 * are parts of names ({@code chacha} for {@code chacha20}), whose edit distance is large.
 */
@API(status = Status.INTERNAL)
public final class NearestName {
    private static final int SHORTEST_PART = 3;

    private NearestName() {}

    /** The candidate that is nearest to {@code name}; empty when none is near enough. */
    public static Optional<String> of(String name, Collection<String> candidates) {
        var wanted = name.toLowerCase(Locale.ROOT);
        return candidates.stream()
                .filter(it -> cost(wanted, it.toLowerCase(Locale.ROOT)) <= limit(wanted))
                .min(Comparator.comparingInt(it -> cost(wanted, it.toLowerCase(Locale.ROOT))));
    }

    private static int limit(String name) {
        return Math.max(1, name.length() / 3);
    }

    private static int cost(String a, String b) {
        if (Math.min(a.length(), b.length()) >= SHORTEST_PART && (b.startsWith(a) || a.startsWith(b))) {
            return Math.min(1, Math.abs(a.length() - b.length()));
        }
        if (Math.abs(a.length() - b.length()) > limit(a)) {
            return Integer.MAX_VALUE;
        }
        return distance(a, b);
    }

    /** The number of insertions, deletions, replacements and swaps of neighbours that turn {@code a} into {@code b}. */
    private static int distance(String a, String b) {
        var d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
