package dev.interop;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A version of a protocol, by its name. An Internet-Draft is written {@code draft-18}, with two digits at least, as the
 * IETF does: {@code draft-7} is {@code draft-07}. A protocol may use other names, such as {@code v2}. Drafts are older
 * than all other versions; names are otherwise compared by their text and then by the number at their end.
 */
@API(status = Status.EXPERIMENTAL)
public final class ProtocolVersion implements Comparable<ProtocolVersion> {
    private static final Pattern DRAFT = Pattern.compile("draft-(\\d{1,4})");
    private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d{1,9})");
    private static final Comparator<ProtocolVersion> ORDER = Comparator.<ProtocolVersion, Boolean>comparing(
                    it -> it.draftNumber().isEmpty())
            .thenComparing(it -> it.stem)
            .thenComparingInt(it -> it.number)
            .thenComparing(it -> it.name);

    private final String name;
    private final String stem;
    private final int number;

    private ProtocolVersion(String name) {
        var numbered = NUMBERED.matcher(name);
        this.name = name;
        this.stem = numbered.matches() ? numbered.group(1) : name;
        this.number = numbered.matches() ? Integer.parseInt(numbered.group(2)) : -1;
    }

    /** The version of this name. */
    @JsonCreator
    public static ProtocolVersion of(String name) {
        var draft = DRAFT.matcher(name);
        return new ProtocolVersion(
                draft.matches() ? String.format(Locale.ROOT, "draft-%02d", Integer.parseInt(draft.group(1))) : name);
    }

    /** The newest version that both lists have. */
    public static Optional<ProtocolVersion> newestShared(List<ProtocolVersion> some, List<ProtocolVersion> others) {
        return some.stream().filter(others::contains).max(Comparator.naturalOrder());
    }

    /** The names of versions, separated by commas. */
    public static String names(Collection<ProtocolVersion> versions) {
        return versions.stream().map(ProtocolVersion::name).collect(Collectors.joining(", "));
    }

    /** The name, such as {@code draft-18}. */
    @JsonValue
    public String name() {
        return name;
    }

    /** The number of an Internet-Draft, such as 18; empty for any other version. */
    public OptionalInt draftNumber() {
        return DRAFT.matcher(name).matches() ? OptionalInt.of(number) : OptionalInt.empty();
    }

    @Override
    public int compareTo(ProtocolVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProtocolVersion it && it.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
