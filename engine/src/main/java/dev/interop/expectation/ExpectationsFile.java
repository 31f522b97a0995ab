package dev.interop.expectation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interop.NamePattern;
import dev.interop.Printable;
import dev.interop.UserError;
import dev.interop.registry.SchemaCheck;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads the entries of a file of expectations. */
final class ExpectationsFile {
    private static final String SCHEMA = "expectations.schema.json";

    private ExpectationsFile() {}

    /**
     * Reads a file.
     *
     * @throws UserError when it cannot be read, or an entry is wrong
     */
    static List<Expectation> read(Path path) {
        return entries(YamlFile.read(path));
    }

    /**
     * Reads this text as that of a file.
     *
     * @throws UserError when it is neither YAML nor JSON, or an entry is wrong
     */
    static List<Expectation> parse(Path path, String text) {
        return entries(YamlFile.parse(path, text));
    }

    private static List<Expectation> entries(YamlFile file) {
        new SchemaCheck(schema()).misfits(file.root()).stream().findFirst().ifPresent(it -> {
            throw new UserError("%s: %s".formatted(file.place(it.pointer()), it.message()));
        });
        var entries = new ArrayList<Expectation>();
        for (var kind : ExpectationKind.values()) {
            var index = 0;
            for (var entry : file.root().path(kind.key())) {
                entries.add(entry(kind, index++, entry, file));
            }
        }
        return entries;
    }

    private static Expectation entry(ExpectationKind kind, int index, JsonNode entry, YamlFile file) {
        var pointer = "/" + kind.key() + "/" + index;
        var names = new LinkedHashMap<String, List<NamePattern>>();
        for (var key : CellPattern.KEYS) {
            if (entry.has(key)) {
                names.put(key, patterns(entry.get(key)));
            }
        }
        var place = file.place(pointer);
        if (names.isEmpty()) {
            throw new UserError(
                    "%s: names no cell; add one of %s".formatted(place, String.join(", ", CellPattern.KEYS)));
        }
        return new Expectation(
                kind,
                index,
                new CellPattern(names, range(entry, "client-release"), range(entry, "server-release")),
                new Cause(
                        Printable.of(entry.path("reason").asText().strip()),
                        text(entry, "bug"),
                        text(entry, "until").map(it -> date(it, file.place(pointer + "/until")))),
                place);
    }

    private static List<NamePattern> patterns(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(it -> new NamePattern(it.asText()))
                        .toList()
                : List.of(new NamePattern(value.asText()));
    }

    private static Optional<ReleaseRange> range(JsonNode entry, String key) {
        return text(entry, key).map(ReleaseRange::parse);
    }

    private static LocalDate date(String text, EntryPlace place) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new UserError(
                    "%s: '%s' is no day of the calendar; write it like 2027-03-31".formatted(place, text), e);
        }
    }

    private static Optional<String> text(JsonNode entry, String key) {
        return Optional.ofNullable(entry.get(key)).map(JsonNode::asText);
    }

    static JsonNode schema() {
        try (InputStream in = ExpectationsFile.class.getResourceAsStream(SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException(SCHEMA + " is not in the jar");
            }
            return new JsonMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
