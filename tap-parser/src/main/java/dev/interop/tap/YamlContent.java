package dev.interop.tap;

import java.util.Optional;

/** What the YAML of a diagnostic says. */
public sealed interface YamlContent {

    /**
     * Good YAML.
     *
     * @param value a {@code Map<String, Object>}, a {@code List<Object>}, a String, a Long, a BigInteger, a Double, a
     *     Boolean, or nothing for null
     */
    record Parsed(Optional<Object> value) implements YamlContent {}

    /**
     * Not YAML, or more of it than the limits allow. The text is still with the diagnostic, and the verdict is not
     * touched (rule R10).
     *
     * @param reason why
     */
    record Invalid(String reason) implements YamlContent {}
}
