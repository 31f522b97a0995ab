package dev.interop.cli;

import dev.interop.registry.Registry;
import java.io.PrintWriter;

/** Tells what a registry has that does not take part. */
final class RegistryNotes {
    private RegistryNotes() {}

    /** Prints the fields that are not read. */
    static void unread(Registry registry, PrintWriter err) {
        registry.unread().forEach(it -> err.println("interop: " + it.text()));
    }
}
