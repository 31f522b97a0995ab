package dev.interop.config;

import dev.interop.ProtocolVersion;
import dev.interop.UserError;
import dev.interop.plan.Seeds;
import dev.interop.plan.Shard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The syntax of a parameter's values, with its parser and writer.
 *
 * @param <T> the type of a parsed value
 */
@API(status = Status.INTERNAL)
public final class ParameterType<T> {
    private static final int MOST_CPUS = 1024;
    private static final Pattern DURATION = Pattern.compile("([1-9]\\d{0,5})([smh])");
    private static final String NONE = "none";

    private final String text;
    private final BiFunction<String, String, T> reader;
    private final Function<T, String> writer;
    private final Kind kind;

    ParameterType(String text, BiFunction<String, String, T> reader, Function<T, String> writer, Kind kind) {
        this.text = text;
        this.reader = reader;
        this.writer = writer;
        this.kind = kind;
    }

    /** What else follows from the syntax. */
    enum Kind {
        PLAIN,
        PATHS,
        PATHS_OR_NONE,
        PATH_OR_NONE,
        FOLDER_OR_WORD,
        PAIRS,
        MOUNTS,
        NAMES,
        MAY_BE_EMPTY
    }

    /** The syntax, for people. */
    public String text() {
        return text;
    }

    /**
     * A value whose paths are valid in another folder than the one that the user wrote them for.
     *
     * @param path converts one path
     */
    public String resolved(String value, UnaryOperator<String> path) {
        return switch (kind) {
            case PATHS -> CommaSeparated.each(value, path);
            case PATHS_OR_NONE -> value.equals(NONE) ? value : CommaSeparated.each(value, path);
            case PATH_OR_NONE -> value.equals(NONE) ? value : path.apply(value);
            case FOLDER_OR_WORD -> Files.isDirectory(Path.of(path.apply(value))) ? path.apply(value) : value;
            case MOUNTS -> CommaSeparated.each(value, it -> resolvedMount(it, path));
            case PLAIN, PAIRS, NAMES, MAY_BE_EMPTY -> value;
        };
    }

    /** What is no mount is refused later, when it is read. */
    private static String resolvedMount(String text, UnaryOperator<String> path) {
        var file = text.indexOf('=') + 1;
        var end = text.lastIndexOf(":/");
        return file > 0 && end > file
                ? text.substring(0, file) + path.apply(text.substring(file, end)) + text.substring(end)
                : text;
    }

    /** Whether an option that is given several times collects its values. */
    public boolean addsUp() {
        return kind == Kind.PAIRS || kind == Kind.MOUNTS;
    }

    /** Whether values are names of clients, servers or test cases; messages about these name the option. */
    boolean isNames() {
        return kind == Kind.NAMES;
    }

    /** Whether an empty value is valid. */
    boolean mayBeEmpty() {
        return kind == Kind.MAY_BE_EMPTY;
    }

    /**
     * Reads a value.
     *
     * @param key the parameter's name, for messages
     * @throws UserError when it is not of this type
     */
    T read(String key, String value) {
        return reader.apply(key, value.strip());
    }

    /** Writes a value so that {@link #read} can read it. */
    String write(T value) {
        return writer.apply(value);
    }

    static ParameterType<String> text(String text) {
        return new ParameterType<>(text, (key, value) -> value, it -> it, Kind.PLAIN);
    }

    static ParameterType<ProtocolVersion> version(String text) {
        return new ParameterType<>(text, (key, value) -> ProtocolVersion.of(value), ProtocolVersion::name, Kind.PLAIN);
    }

    static ParameterType<String> textOrNone(String text) {
        return new ParameterType<>(text, (key, value) -> value, it -> it, Kind.MAY_BE_EMPTY);
    }

    static ParameterType<Path> path(String text) {
        return new ParameterType<>(text, (key, value) -> Path.of(value), Path::toString, Kind.PATHS);
    }

    /** A folder that is there, or another word for it. */
    static ParameterType<String> folderOrWord(String text) {
        return new ParameterType<>(text, (key, value) -> value, it -> it, Kind.FOLDER_OR_WORD);
    }

    /** A path, or the word {@code none}. */
    static ParameterType<Optional<Path>> pathOrNone(String text) {
        return new ParameterType<>(
                text,
                (key, value) -> value.equals(NONE) ? Optional.empty() : Optional.of(Path.of(value)),
                it -> it.map(Path::toString).orElse(NONE),
                Kind.PATH_OR_NONE);
    }

    /** A duration such as {@code 90s}, {@code 10m}, {@code 8h} or {@code 7d}, or the word {@code none}. */
    static ParameterType<Optional<Duration>> durationOrNone() {
        return Durations.orNone(NONE);
    }

    static ParameterType<Boolean> flag() {
        return oneOf("true or false", Map.of("true", true, "false", false));
    }

    /** Exactly one of these values, by name. */
    static <T> ParameterType<T> oneOf(String text, Map<String, T> known) {
        return new ParameterType<>(
                text,
                (key, value) -> {
                    if (!known.containsKey(value)) {
                        throw wrong(key, value, text);
                    }
                    return known.get(value);
                },
                it -> known.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(it))
                        .findFirst()
                        .orElseThrow()
                        .getKey(),
                Kind.PLAIN);
    }

    static ParameterType<Integer> number(String text, int least, int most) {
        return new ParameterType<>(
                text,
                (key, value) -> {
                    try {
                        var number = Integer.parseInt(value);
                        if (number >= least && number <= most) {
                            return number;
                        }
                    } catch (NumberFormatException e) {
                        throw wrong(key, value, text);
                    }
                    throw new UserError("%s: '%s' is not between %s and %s".formatted(key, value, least, most));
                },
                String::valueOf,
                Kind.PLAIN);
    }

    /** A number above 0, or {@code all}. */
    static ParameterType<OptionalDouble> fraction(String text) {
        return new ParameterType<>(
                text,
                (key, value) ->
                        value.equals("all") ? OptionalDouble.empty() : OptionalDouble.of(positive(key, value, text)),
                it -> it.isPresent() ? String.valueOf(it.getAsDouble()) : "all",
                Kind.PLAIN);
    }

    private static double positive(String key, String value, String text) {
        try {
            var number = Double.parseDouble(value);
            if (number > 0 && number <= MOST_CPUS) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(key, value, text);
        }
        throw wrong(key, value, text);
    }

    /** A time of at least a second, in seconds, minutes or hours. */
    static ParameterType<Duration> duration(String text) {
        return new ParameterType<>(
                text,
                (key, value) -> {
                    var match = DURATION.matcher(value);
                    if (!match.matches()) {
                        throw wrong(key, value, text);
                    }
                    var number = Long.parseLong(match.group(1));
                    return switch (match.group(2)) {
                        case "s" -> Duration.ofSeconds(number);
                        case "m" -> Duration.ofMinutes(number);
                        default -> Duration.ofHours(number);
                    };
                },
                it -> it.toSeconds() + "s",
                Kind.PLAIN);
    }

    static ParameterType<Long> seed() {
        return new ParameterType<>(
                "number, 0x for hexadecimal", (key, value) -> Seeds.parse(value), Seeds::format, Kind.PLAIN);
    }

    static ParameterType<Shard> shard() {
        return new ParameterType<>(
                "part/parts, such as 2/5",
                (key, value) -> Shard.parse(value),
                it -> it.number() + "/" + it.of(),
                Kind.PLAIN);
    }

    static UserError wrong(String key, String value, String text) {
        return new UserError("%s: '%s' is not understood; it takes %s".formatted(key, value, text));
    }
}
