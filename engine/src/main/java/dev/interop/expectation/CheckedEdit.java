package dev.interop.expectation;

import dev.interop.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Changes the entries of a file and reads the new text, before anything is written: YAML has anchors, styles of lists and
 * other means by which lines depend on each other.
 */
final class CheckedEdit {
    private final Path file;
    private final String mark;
    private final String before;

    /**
     * @param before the file's text; empty if there is no file yet
     */
    CheckedEdit(Path file, String before) {
        this.file = file;
        this.mark = before.startsWith(YamlFile.BYTE_ORDER_MARK) ? YamlFile.BYTE_ORDER_MARK : "";
        this.before = before.substring(mark.length());
    }

    /**
     * The text without these entries, and with entries about these cells.
     *
     * @throws UserError when the file would not read then, or would say anything else
     */
    String edited(List<FoundCell> added, List<RemovedEntry> removed) {
        var text = changed(added, removed);
        if (!says(text, added, removed)) {
            throw new UserError(refusal(added, removed));
        }
        return mark + text;
    }

    private String changed(List<FoundCell> added, List<RemovedEntry> removed) {
        var isJson = before.stripLeading().startsWith("{")
                || before.isEmpty() && file.toString().endsWith(".json");
        return isJson
                ? new JsonEdit(before).edited(file, added, removed)
                : new YamlEdit(before, YamlFile.parse(file, before)).edited(added, removed);
    }

    /** Whether a text has the entries of before without the removed ones, then the new ones, in each list. */
    private boolean says(String text, List<FoundCell> added, List<RemovedEntry> removed) {
        List<Expectation> after;
        try {
            after = ExpectationsFile.parse(file, text);
        } catch (UserError unreadable) {
            return false;
        }
        for (var kind : ExpectationKind.values()) {
            var gone = removed.stream()
                    .filter(it -> it.kind() == kind)
                    .map(RemovedEntry::index)
                    .toList();
            var wanted = Stream.concat(
                            of(kind, ExpectationsFile.parse(file, before))
                                    .filter(it -> !gone.contains(it.index()))
                                    .map(Content::of),
                            added.stream()
                                    .filter(it -> it.kind().filter(kind::equals).isPresent())
                                    .map(it -> new Content(NewEntry.pattern(it), NewEntry.cause(it))))
                    .toList();
            if (!of(kind, after).map(Content::of).toList().equals(wanted)) {
                return false;
            }
        }
        return true;
    }

    /** What an entry says, wherever it stands. */
    private record Content(CellPattern cells, Cause cause) {
        static Content of(Expectation entry) {
            return new Content(entry.cells(), entry.cause());
        }
    }

    private static Stream<Expectation> of(ExpectationKind kind, List<Expectation> entries) {
        return entries.stream().filter(it -> it.kind() == kind);
    }

    /** The first change that cannot be made by itself; else all of them. */
    private String refusal(List<FoundCell> added, List<RemovedEntry> removed) {
        var wrong = new ArrayList<String>();
        for (var it : removed) {
            if (!says(changed(List.of(), List.of(it)), List.of(), List.of(it))) {
                wrong.add(
                        ("%s: the entry cannot be taken out by itself, since the rest of the file needs it (such as an"
                                        + " anchor in it); nothing is written: delete %s by hand, and what needs them")
                                .formatted(it.place(), it.place().lines()));
            }
        }
        for (var it : added) {
            if (!says(changed(List.of(it), List.of()), List.of(it), List.of())) {
                wrong.add(
                        ("%s: an entry about %s cannot be added to %s, since the file would not read, or say something else,"
                                        + " too; nothing is written: write that list with a line for each entry, with a dash")
                                .formatted(
                                        file,
                                        it.seen().cell().id(),
                                        it.kind().orElseThrow().key()));
            }
        }
        return wrong.isEmpty()
                ? file + ": the file would not read after these changes; nothing is written: make them by hand"
                : wrong.get(0);
    }
}
