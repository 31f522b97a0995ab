package dev.interop.config;

import dev.interop.config.ParameterType.Kind;
import dev.interop.registry.Mount;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The types of parameters whose value is a list with commas between its items. */
final class CommaSeparated {
    private CommaSeparated() {}

    static ParameterType<List<Path>> files(String text) {
        return files(text, Kind.PATHS);
    }

    /** Files, or the word {@code none} instead. */
    static ParameterType<List<Path>> filesOrNone(String text) {
        return files(text, Kind.PATHS_OR_NONE);
    }

    private static ParameterType<List<Path>> files(String text, Kind kind) {
        return new ParameterType<>(
                text,
                (key, value) -> split(value).stream().map(Path::of).toList(),
                it -> joined(it, Path::toString),
                kind);
    }

    static ParameterType<List<String>> names() {
        return new ParameterType<>(
                "names, comma-separated", (key, value) -> split(value), it -> joined(it, name -> name), Kind.NAMES);
    }

    /** A set of words that are checked later, once it is known which there are. */
    static ParameterType<Set<String>> words(String text) {
        return new ParameterType<>(
                text, (key, value) -> new LinkedHashSet<>(split(value)), it -> joined(it, word -> word), Kind.PLAIN);
    }

    /** A set of these values, by label. */
    static <T> ParameterType<Set<T>> some(List<T> known, Function<T, String> label) {
        var text = known.stream().map(label).collect(Collectors.joining(", "));
        return new ParameterType<>(
                text,
                (key, value) -> {
                    var chosen = new LinkedHashSet<T>();
                    for (var word : split(value)) {
                        chosen.add(known.stream()
                                .filter(it -> label.apply(it).equals(word))
                                .findFirst()
                                .orElseThrow(() -> ParameterType.wrong(key, word, text)));
                    }
                    return chosen;
                },
                it -> joined(it, label),
                Kind.PLAIN);
    }

    static ParameterType<Map<String, String>> pairs(String text) {
        return new ParameterType<>(
                text,
                (key, value) -> {
                    var pairs = new LinkedHashMap<String, String>();
                    for (var pair : split(value)) {
                        var equals = pair.indexOf('=');
                        if (equals <= 0 || equals == pair.length() - 1) {
                            throw ParameterType.wrong(key, pair, text);
                        }
                        pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
                    }
                    return pairs;
                },
                it -> joined(it.entrySet(), pair -> pair.getKey() + "=" + pair.getValue()),
                Kind.PAIRS);
    }

    static ParameterType<List<Mount>> mounts() {
        return new ParameterType<>(
                Mount.SYNTAX + ", comma-separated",
                (key, value) ->
                        split(value).stream().map(it -> Mount.parse(key, it)).toList(),
                it -> joined(it, Mount::text),
                Kind.MOUNTS);
    }

    /** A value with each of its items converted. */
    static String each(String value, UnaryOperator<String> item) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .map(it -> it.isEmpty() ? it : item.apply(it))
                .collect(Collectors.joining(","));
    }

    private static List<String> split(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }

    private static <T> String joined(Collection<T> all, Function<T, String> one) {
        return all.stream().map(one).collect(Collectors.joining(","));
    }
}
