package dev.interop.plan;

import dev.interop.protocol.Protocol;
import dev.interop.protocol.TestCase;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Selects names of one dimension of the matrix: clients, servers or test cases.
 *
 * @param option the option that the names were given with, for messages: {@code --clients}
 * @param words names to select; {@code all} selects every registered name, {@code !name} excludes one from the default,
 *     and an empty list selects the default; {@code *} and {@code ?} stand for any characters and for one
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

    /**
     * The test cases of a protocol that it selects, in the protocol's order; without names, those that run by default.
     *
     * @throws dev.interop.UserError when a name is unknown or no test case is selected
     */
    public List<TestCase> testCases(Protocol protocol) {
        var missing = "%s has no test cases; its own, or those of a TestCaseProvider, have to be on the class path"
                .formatted(protocol.title());
        return new NameSelector<>("test case", missing, TestCase::name, TestCase::runsByDefault)
                .select(protocol.testCases(), this);
    }

    /** The same filter, which also selects this name if it selects some by name; the default is not changed. */
    NameFilter including(String name) {
        return words.stream().allMatch(it -> it.startsWith("!")) || words.contains(name)
                ? this
                : new NameFilter(
                        option, Stream.concat(words.stream(), Stream.of(name)).toList());
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
