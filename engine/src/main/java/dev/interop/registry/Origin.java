package dev.interop.registry;

import java.nio.file.Path;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A position in a registry file, for messages.
 *
 * @param file the registry file as the user named it
 * @param line the line, from 1
 */
@API(status = Status.EXPERIMENTAL)
public record Origin(Path file, int line) {
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
