package dev.interop.testbed.lane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The programs of the testbed's own containers, which lie beside this class. */
final class SandboxPrograms {
    private SandboxPrograms() {}

    static String text(String name) {
        try (var program = SandboxPrograms.class.getResourceAsStream(name)) {
            if (program == null) {
                throw new IllegalStateException(name + " is not beside this class");
            }
            return new String(program.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
