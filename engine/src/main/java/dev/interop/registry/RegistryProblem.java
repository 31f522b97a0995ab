package dev.interop.registry;

import dev.interop.Printable;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Something wrong with a registry's entry.
 *
 * @param origin the file and line
 * @param entry the entry's key, empty when the file as a whole is meant
 * @param message what is wrong and what to do, one line, without file, line and entry
 */
@API(status = Status.INTERNAL)
public record RegistryProblem(Origin origin, String entry, String message) {
    /** One line for people: file, line, entry, message. */
    public String text() {
        return origin + ": " + (entry.isEmpty() ? "" : "'" + Printable.of(entry) + "': ") + message;
    }
}
