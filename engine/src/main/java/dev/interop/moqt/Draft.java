package dev.interop.moqt;

import dev.interop.protocol.Standing;
import dev.interop.registry.DraftName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A draft of draft-ietf-moq-transport, written {@code draft-18}.
 *
 * @param number 18
 */
record Draft(int number) implements Comparable<Draft> {
    private static final Pattern NAME = Pattern.compile("draft-(\\d{1,4})");

    /** Empty for what is written otherwise. */
    static Optional<Draft> of(String name) {
        var matcher = NAME.matcher(name);
        return matcher.matches() ? Optional.of(new Draft(Integer.parseInt(matcher.group(1)))) : Optional.empty();
    }

    /** The newest that both lists name. */
    static Optional<Draft> newestShared(List<String> some, List<String> others) {
        return some.stream()
                .filter(others::contains)
                .flatMap(it -> of(it).stream())
                .max(Comparator.naturalOrder());
    }

    /** How this draft stands to the target. */
    Standing standing(Draft target) {
        var order = compareTo(target);
        return order == 0 ? Standing.AT : order > 0 ? Standing.AHEAD : Standing.BEHIND;
    }

    @Override
    public int compareTo(Draft other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return DraftName.of(number);
    }
}
