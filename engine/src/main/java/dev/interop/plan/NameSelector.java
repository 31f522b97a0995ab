package dev.interop.plan;

import dev.interop.NamePattern;
import dev.interop.NearestName;
import dev.interop.UserError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Applies a {@link NameFilter} to what is registered, and keeps its order. */
final class NameSelector<T> {
    private final String kind;
    private final String missing;
    private final Function<T, String> name;
    private final Predicate<T> byDefault;

    /**
     * @param kind what is selected, for messages: {@code client}
     * @param missing the message if there is nothing to select from
     * @param name gets the name of an element
     * @param byDefault whether an element is selected when the filter is empty
     */
    NameSelector(String kind, String missing, Function<T, String> name, Predicate<T> byDefault) {
        this.kind = kind;
        this.missing = missing;
        this.name = name;
        this.byDefault = byDefault;
    }

    /**
     * Selects from the registered elements.
     *
     * @throws UserError when a name is unknown or nothing is selected
     */
    List<T> select(List<T> known, NameFilter names) {
        var byName = new LinkedHashMap<String, T>();
        known.forEach(it -> byName.put(name.apply(it), it));
        var included = new ArrayList<String>();
        var excluded = new ArrayList<String>();
        var isDefault = true;
        for (var word : names.words()) {
            var isExclusion = word.startsWith("!");
            var plain = isExclusion ? word.substring(1) : word;
            var meant = byName.keySet().stream()
                    .filter(it -> plain.equals(NameFilter.ALL) || new NamePattern(plain).matches(it))
                    .toList();
            if (meant.isEmpty() && !plain.equals(NameFilter.ALL)) {
                throw unknown(names, plain, byName.keySet().stream().toList());
            }
            (isExclusion ? excluded : included).addAll(meant);
            isDefault &= isExclusion;
        }
        var usual = isDefault;
        var chosen = known.stream()
                .filter(it -> usual ? byDefault.test(it) : included.contains(name.apply(it)))
                .filter(it -> !excluded.contains(name.apply(it)))
                .toList();
        if (chosen.isEmpty()) {
            throw new UserError(
                    names.words().isEmpty()
                            ? none(names, byName.keySet())
                            : "%s '%s' leaves no %s; known: %s"
                                    .formatted(
                                            names.option(),
                                            String.join(",", names.words()),
                                            kind,
                                            String.join(", ", byName.keySet())));
        }
        return chosen;
    }

    private String none(NameFilter names, Collection<String> known) {
        return known.isEmpty()
                ? missing
                : "the registry selects no %s; name one with %s, or all with '%s'; known: %s"
                        .formatted(kind, names.option(), NameFilter.ALL, String.join(", ", known));
    }

    private UserError unknown(NameFilter names, String word, List<String> known) {
        var nearest = NearestName.of(word, known)
                .map(it -> "; nearest: " + it)
                .orElse(known.isEmpty() ? "" : "; known: " + String.join(", ", known));
        return new UserError("%s '%s': no such %s%s".formatted(names.option(), word, kind, nearest))
                .pointingAt("All", "list");
    }
}
