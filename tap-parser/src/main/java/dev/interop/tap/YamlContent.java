package dev.interop.tap;

import java.util.Optional;

/** The content of a diagnostic's YAML. */
public sealed interface YamlContent {

    /**
     * Valid YAML.
     *
     * @param value a {@code Map<String, Object>}, a {@code List<Object>}, a String, a Long, a BigInteger, a Double, a
     *     Boolean, or empty for null
     */
    record Parsed(Optional<Object> value) implements YamlContent {}

    /**
     * Text that is not YAML or exceeds the limits. The diagnostic still has the text, and the result does not change (rule R10).
     *
     * @param reason why
     */
    record Invalid(String reason) implements YamlContent {}
}
