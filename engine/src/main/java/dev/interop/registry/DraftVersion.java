package dev.interop.registry;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The version of an Internet-Draft, written {@code draft-18}; with two digits at least, as the IETF does:
 * {@code draft-7} is {@code draft-07}.
 *
 * @param number such as 18
 */
@API(status = Status.INTERNAL)
public record DraftVersion(int number) implements Comparable<DraftVersion> {
    private static final Pattern NAME = Pattern.compile("draft-(\\d{1,4})");

    /** Parses a draft's name; empty for any other text. */
    public static Optional<DraftVersion> of(String name) {
        var matcher = NAME.matcher(name);
        return matcher.matches() ? Optional.of(new DraftVersion(Integer.parseInt(matcher.group(1)))) : Optional.empty();
    }

    /** Normalises a draft's name; any other text stays unchanged. */
    public static String canonical(String written) {
        return of(written).map(DraftVersion::toString).orElse(written);
    }

    /** The newest version that both lists have. */
    public static Optional<DraftVersion> newestShared(List<String> some, List<String> others) {
        return some.stream()
                .filter(others::contains)
                .flatMap(it -> of(it).stream())
                .max(Comparator.naturalOrder());
    }

    @Override
    public int compareTo(DraftVersion other) {
        return Integer.compare(number, other.number);
    }

    /** The name, such as {@code draft-18}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "draft-%02d", number);
    }
}
