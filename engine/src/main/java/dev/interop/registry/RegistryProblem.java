package dev.interop.registry;

import dev.interop.Printable;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * An error in a registry's entry.
 *
 * @param origin the file and line
 * @param entry the entry's key; empty for the file as a whole
 * @param message the error and its remedy, one line, without file, line and entry
 */
@API(status = Status.INTERNAL)
public record RegistryProblem(Origin origin, String entry, String message) {
    /** One line for people: file, line, entry, message. */
    public String text() {
        return origin + ": " + (entry.isEmpty() ? "" : "'" + Printable.of(entry) + "': ") + message;
    }
}
