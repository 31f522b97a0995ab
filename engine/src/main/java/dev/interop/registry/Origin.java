package dev.interop.registry;

import java.nio.file.Path;

/**
 * A position in a registry file, for messages.
 *
 * @param file the registry file as the user named it
 * @param line the line, from 1
 */
public record Origin(Path file, int line) {
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
