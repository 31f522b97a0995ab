package dev.interop.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Selects names of one dimension of the matrix: clients, servers or test cases.
 *
 * @param option the option that the names were given with, for messages: {@code --clients}
 * @param words names to select; {@code all} selects every registered name, {@code !name} excludes one from the default,
 *     and an empty list selects the default
 */
@API(status = Status.INTERNAL)
public record NameFilter(String option, List<String> words) {
    /** The word that stands for every registered name. */
    public static final String ALL = "all";

    public NameFilter {
        words = List.copyOf(words);
    }

    /** Parses a comma-separated list; a blank text selects the default. */
    public static NameFilter parse(String option, String text) {
        return new NameFilter(
                option,
                Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .toList());
    }

    /** The same filter where these names are others now. */
    NameFilter renamed(Map<String, String> names) {
        return new NameFilter(
                option,
                words.stream()
                        .map(it -> it.startsWith("!")
                                ? "!" + names.getOrDefault(it.substring(1), it.substring(1))
                                : names.getOrDefault(it, it))
                        .toList());
    }
}
