package dev.interop.expectation;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.interop.UserError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Changes the entries of a YAML file line by line, so that comments and all other lines stay. */
final class YamlEdit {
    private static final String INDENT = "  ";
    /** What is text without quotes, whatever stands around it. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9]*(?:[._@+/-]+[A-Za-z0-9]+)*");

    private static final Set<String> NO_TEXT = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");
    /** An empty list behind its key, whose entries begin on the next line. */
    private static final Pattern EMPTY_LIST = Pattern.compile("^([^#]*:)\\s*(?:\\[\\s*]|null)(?=\\s|$)");

    private final List<String> lines;
    /** Of each line, what ends it; empty for a last one without an end. */
    private final List<String> ends;

    private final String newEnd;
    private final YamlFile file;
    private final Set<Integer> gone = new HashSet<>();
    private final TreeMap<Integer, List<String>> further = new TreeMap<>();
    private final List<String> replaced;

    YamlEdit(String text, YamlFile file) {
        this.lines = text.lines().toList();
        var found = LINE_END.matcher(text).results().map(MatchResult::group).collect(Collectors.toList());
        this.newEnd = found.isEmpty() ? "\n" : found.get(0);
        if (found.size() < lines.size()) {
            found.add("");
        }
        this.ends = found;
        this.replaced = new ArrayList<>(lines);
        this.file = file;
    }

    /** The text without these entries, and with entries about these cells at the end of their list. */
    String edited(List<FoundCell> added, List<RemovedEntry> removed) {
        for (var it : removed) {
            requireLines(it.kind());
            IntStream.rangeClosed(it.place().line(), it.place().lastLine()).forEach(gone::add);
        }
        for (var kind : ExpectationKind.values()) {
            var entries = added.stream()
                    .filter(it -> it.kind().filter(kind::equals).isPresent())
                    .toList();
            if (!entries.isEmpty()) {
                add(kind, entries);
            }
        }
        var out = new StringBuilder();
        for (var line = 1; line <= lines.size(); line++) {
            if (!gone.contains(line)) {
                out.append(replaced.get(line - 1)).append(ends.get(line - 1));
            }
            append(out, further.getOrDefault(line, List.of()));
        }
        append(out, further.getOrDefault(lines.size() + 1, List.of()));
        return out.toString();
    }

    private void append(StringBuilder out, List<String> added) {
        if (!added.isEmpty()
                && !out.isEmpty()
                && out.charAt(out.length() - 1) != '\n'
                && out.charAt(out.length() - 1) != '\r') {
            out.append(newEnd);
        }
        added.forEach(it -> out.append(it).append(newEnd));
    }

    private void add(ExpectationKind kind, List<FoundCell> entries) {
        var pointer = "/" + kind.key();
        var list = file.root().path(kind.key());
        if (list.isMissingNode()) {
            var end = further.computeIfAbsent(lines.size() + 1, it -> new ArrayList<>());
            if (!lines.isEmpty() || !end.isEmpty()) {
                end.add("");
            }
            end.add(kind.key() + ":");
            entries.forEach(it -> end.addAll(entry(it, INDENT)));
            return;
        }
        requireLines(kind);
        var place = file.place(pointer);
        replaced.set(
                place.line() - 1,
                EMPTY_LIST.matcher(lines.get(place.line() - 1)).replaceFirst("$1"));
        var indent = list.isEmpty() ? INDENT : indent(file.place(pointer + "/0"));
        further.computeIfAbsent(place.lastLine(), it -> new ArrayList<>())
                .addAll(entries.stream()
                        .flatMap(it -> entry(it, indent).stream())
                        .toList());
    }

    /** Refuses a list in brackets, whose entries may share lines. */
    private void requireLines(ExpectationKind kind) {
        var place = file.place("/" + kind.key());
        var head = lines.get(place.line() - 1);
        if (head.substring(head.indexOf(':') + 1).strip().startsWith("[")
                && !file.root().path(kind.key()).isEmpty()) {
            throw new UserError(
                    "%s: the list is in brackets; write each entry on lines of its own, with a dash".formatted(place));
        }
    }

    private String indent(EntryPlace entry) {
        var line = lines.get(entry.line() - 1);
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    private static List<String> entry(FoundCell cell, String indent) {
        var all = NewEntry.of(cell).entrySet().stream()
                .map(it -> indent + INDENT + it.getKey() + ": " + scalar(it.getKey(), it.getValue()))
                .collect(Collectors.toCollection(ArrayList::new));
        all.set(0, indent + "- " + all.get(0).strip());
        return all;
    }

    private static String scalar(String key, String value) {
        var isPlain = !key.equals("reason")
                && PLAIN.matcher(value).matches()
                && !NO_TEXT.contains(value.toLowerCase(Locale.ROOT));
        // A JSON string is one of YAML, too.
        return isPlain
                ? value
                : "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(value)) + "\"";
    }
}
