package dev.interop.registry;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The order of releases: by their numbers; a word such as {@code rc} after equal numbers is before the release without
 * it.
 */
@API(status = Status.INTERNAL)
public final class VersionOrder {
    /** The order itself. */
    public static final Comparator<String> ORDER = VersionOrder::compare;

    private static final Pattern PART = Pattern.compile("\\d+|[A-Za-z]+");
    private static final String AFTER = "post";
    /** What Go's proxy adds to the tags of modules without a go.mod; it says nothing about the release. */
    private static final String MARK = "+incompatible";

    private VersionOrder() {}

    /** Whether it is a candidate or preview of a release: a number and a word. The name of a suite has no number. */
    public static boolean isPreview(String release) {
        var parts = parts(release);
        return parts.stream().anyMatch(VersionOrder::isNumber) && parts.stream().anyMatch(VersionOrder::isPreviewWord);
    }

    private static int compare(String one, String other) {
        var ours = parts(one);
        var theirs = parts(other);
        for (var i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
            var order = compareParts(at(ours, i), at(theirs, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** A part that is missing is less than a number above 0, and more than a word of a preview. */
    private static String at(List<String> parts, int index) {
        return index < parts.size() ? parts.get(index) : "0";
    }

    private static int compareParts(String one, String other) {
        if (isNumber(one) && isNumber(other)) {
            return new BigInteger(one).compareTo(new BigInteger(other));
        }
        if (isNumber(one) || isNumber(other)) {
            var word = isNumber(one) ? other : one;
            var order = isPreviewWord(word) ? -1 : 1;
            return isNumber(one) ? -order : order;
        }
        return one.compareTo(other);
    }

    private static boolean isPreviewWord(String part) {
        return !isNumber(part) && !part.equals(AFTER);
    }

    private static boolean isNumber(String part) {
        return Character.isDigit(part.charAt(0));
    }

    private static List<String> parts(String release) {
        var numbers = release.replaceFirst("^[vV](?=\\d)", "").replace(MARK, "");
        return PART.matcher(numbers).results().map(MatchResult::group).toList();
    }
}
