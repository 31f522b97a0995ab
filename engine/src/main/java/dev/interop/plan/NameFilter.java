package dev.interop.plan;

import java.util.Arrays;
import java.util.List;

/**
 * Which names of a dimension (clients, servers, test cases) are wanted.
 *
 * @param option the option that says so, for messages: {@code --clients}
 * @param words names; {@code all} for every registered one, {@code !name} for all of the default but this one; empty
 *     for the default
 */
public record NameFilter(String option, List<String> words) {
    /** The word that stands for every registered name. */
    public static final String ALL = "all";

    public NameFilter {
        words = List.copyOf(words);
    }

    /** Reads a comma-separated list; blank means the default. */
    public static NameFilter parse(String option, String text) {
        return new NameFilter(
                option,
                Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .toList());
    }
}
