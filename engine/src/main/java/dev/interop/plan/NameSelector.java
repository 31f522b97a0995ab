package dev.interop.plan;

import dev.interop.NearestName;
import dev.interop.UserError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Picks the wanted ones of a dimension, in the order in which they are registered. */
final class NameSelector<T> {
    private final String kind;
    private final Function<T, String> name;
    private final Predicate<T> byDefault;

    /**
     * @param kind what the things are, for messages: {@code client}
     * @param name a thing's name
     * @param byDefault whether a thing is wanted when nothing is said
     */
    NameSelector(String kind, Function<T, String> name, Predicate<T> byDefault) {
        this.kind = kind;
        this.name = name;
        this.byDefault = byDefault;
    }

    /** Throws {@link UserError} when a name is not known or nothing is left. */
    List<T> select(List<T> known, NameFilter names) {
        var byName = new LinkedHashMap<String, T>();
        known.forEach(it -> byName.put(name.apply(it), it));
        var wanted = new ArrayList<String>();
        var unwanted = new ArrayList<String>();
        for (var word : names.words()) {
            var excluded = word.startsWith("!");
            var plain = excluded ? word.substring(1) : word;
            if (!plain.equals(NameFilter.ALL) && !byName.containsKey(plain)) {
                throw unknown(names, plain, byName.keySet().stream().toList());
            }
            (excluded ? unwanted : wanted).add(plain);
        }
        var chosen = known.stream()
                .filter(it -> wanted.isEmpty()
                        ? byDefault.test(it)
                        : wanted.contains(NameFilter.ALL) || wanted.contains(name.apply(it)))
                .filter(it -> !unwanted.contains(name.apply(it)) && !unwanted.contains(NameFilter.ALL))
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
                ? "no %s is registered for this protocol; name a registry that has one with --registry".formatted(kind)
                : "the registry selects no %s; name one with %s, or all with '%s'; known: %s"
                        .formatted(kind, names.option(), NameFilter.ALL, String.join(", ", known));
    }

    private UserError unknown(NameFilter names, String word, List<String> known) {
        var nearest = NearestName.of(word, known)
                .map(it -> "; nearest: " + it)
                .orElse(known.isEmpty() ? "" : "; known: " + String.join(", ", known));
        return new UserError(
                "%s '%s': no such %s%s. All: ./interop list".formatted(names.option(), word, kind, nearest));
    }
}
