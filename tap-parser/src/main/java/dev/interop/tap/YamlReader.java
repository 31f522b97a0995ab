package dev.interop.tap;

/**
 * Reads the YAML of a diagnostic. TAP 14, section "YAML Diagnostics".
 *
 * <p>The parser itself keeps the text and needs no reader. {@link dev.interop.tap.yaml.SnakeYamlReader} implements this
 * interface; other libraries can do so as well.
 */
@FunctionalInterface
public interface YamlReader {

    /** Reads a text. Must not throw for any text. */
    YamlContent read(String yaml);
}
