package dev.interop.tap;

/**
 * Reads the YAML of a diagnostic. TAP 14, section "YAML Diagnostics".
 *
 * <p>The parser itself does not need one: it keeps the text. {@link dev.interop.tap.yaml.SnakeYamlReader} is the one at hand; any other
 * library can stand behind this interface.
 */
@FunctionalInterface
public interface YamlReader {

    /** What the text says. Must not throw on any text. */
    YamlContent read(String yaml);
}
