package dev.interop.expectation;

import dev.interop.registry.VersionOrder;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A range of releases, such as {@code >=1.2 <1.4}.
 *
 * @param bounds the bounds, all of which hold
 */
record ReleaseRange(List<Bound> bounds) {
    private static final Pattern BOUND = Pattern.compile("(<=|>=|<|>|=)?\\s*([A-Za-z0-9][A-Za-z0-9._+~-]*)");

    ReleaseRange {
        bounds = List.copyOf(bounds);
    }

    /** A bound: a sign and the release that it is about. */
    record Bound(String sign, String release) {
        boolean includes(String other) {
            var order = VersionOrder.ORDER.compare(other, release);
            return switch (sign) {
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                case ">=" -> order >= 0;
                default -> order == 0;
            };
        }
    }

    /** Parses what the schema allows: bounds with space between them; a release without a sign is that one alone. */
    static ReleaseRange parse(String text) {
        return new ReleaseRange(BOUND.matcher(text)
                .results()
                .map(it -> new Bound(it.group(1) == null ? "=" : it.group(1), it.group(2)))
                .toList());
    }

    boolean includes(String release) {
        return bounds.stream().allMatch(it -> it.includes(release));
    }
}
