package dev.interop.registry;

import dev.interop.Printable;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A field of a public runner's registry that has no effect here.
 *
 * @param origin where it stands first
 * @param entry the key of the first entry that has it; empty for the file as a whole
 * @param field its name, with those of the fields that it is in: {@code roles.relay.peer_overrides}
 * @param further how many further entries have it
 */
@API(status = Status.INTERNAL)
public record UnreadField(Origin origin, String entry, String field, int further) {
    /** One line for people: file, line, entry, field. */
    public String text() {
        var more = further == 0 ? "" : " (and in %s more %s)".formatted(further, further == 1 ? "entry" : "entries");
        return "%s: %sfield '%s' is not read%s"
                .formatted(origin, entry.isEmpty() ? "" : "'" + Printable.of(entry) + "': ", Printable.of(field), more);
    }

    /** The same with another entry that has the field. */
    UnreadField andOneMore() {
        return new UnreadField(origin, entry, field, further + 1);
    }
}
