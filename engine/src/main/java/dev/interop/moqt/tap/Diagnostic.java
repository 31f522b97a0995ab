package dev.interop.moqt.tap;

import dev.interop.Printable;
import dev.interop.tap.TestPoint;
import dev.interop.tap.yaml.YamlEntries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The YAML block of a TAP point.
 *
 * @param yaml the block's text without its markers
 */
@API(status = Status.INTERNAL)
public record Diagnostic(String yaml) {
    private static final int MAX_ENTRIES = 100;
    private static final int MAX_UNREAD = 10;

    /** Keys whose value says why a point failed; the contract's {@code message} comes first. */
    private static final List<String> MESSAGES = List.of("message", "error", "reason");

    /**
     * The values of the block by key; keys of nested mappings are joined with dots, such as {@code sessions.publisher.id}. A
     * line that cannot be parsed is a value by its number. If nothing can be parsed, the block's text is the only value.
     */
    public Map<String, String> entries() {
        var read = YamlEntries.read(yaml);
        var entries = new LinkedHashMap<String, String>();
        add(entries, "", read.values());
        if (entries.isEmpty() && !yaml.isBlank()) {
            entries.put("diagnostic", yaml);
            return entries;
        }
        read.unread().stream()
                .limit(MAX_UNREAD)
                .forEach(it -> entries.put("line " + it.number() + ", not YAML", it.text()));
        return entries;
    }

    /** Why a line of a point's block could not be parsed; empty if all could. */
    public static Optional<String> unread(TestPoint point) {
        return point.diagnostic()
                .flatMap(block -> YamlEntries.read(block.yaml()).unread().stream()
                        .findFirst()
                        .map(it -> "line %s of client/stdout.log is not YAML: %s"
                                .formatted(block.line() + it.number(), Printable.of(it.reason()))));
    }

    /** The message in the block that says why the point failed, as one line. */
    Optional<String> message() {
        var entries = entries();
        var names = entries.keySet();
        return MESSAGES.stream()
                .flatMap(it -> named(names, it).stream())
                .findFirst()
                .map(entries::get)
                .map(Printable::of);
    }

    /** The duration that a point reports, in microseconds. */
    public static OptionalLong duration(TestPoint point) {
        var text = point.diagnostic()
                .map(it -> new Diagnostic(it.yaml()).entries().getOrDefault("duration_ms", ""))
                .orElse("");
        try {
            return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of((long) (Double.parseDouble(text) * 1_000));
        } catch (NumberFormatException none) {
            return OptionalLong.empty();
        }
    }

    private static Optional<String> named(Set<String> names, String name) {
        return names.stream()
                .filter(it -> it.equals(name) || it.endsWith("." + name))
                .findFirst();
    }

    private static void add(Map<String, String> entries, String prefix, Object value) {
        if (entries.size() >= MAX_ENTRIES) {
            return;
        }
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> add(entries, prefix.isEmpty() ? "" + key : prefix + "." + key, inner));
        } else {
            entries.put(prefix, String.valueOf(value));
        }
    }
}
