package dev.interop.tap.yaml;

/**
 * The limits for the YAML of one diagnostic; YAML beyond them is invalid.
 *
 * @param characters the number of characters of the text
 * @param depth the number of nested collections
 * @param aliases the number of aliases
 * @param aliasedNodes the number of nodes that all aliases expand to, so that a few lines cannot make a billion nodes
 */
public record YamlLimits(int characters, int depth, int aliases, int aliasedNodes) {

    /** 1,048,576 characters, 64 levels, 100 aliases for 10,000 nodes. */
    public static final YamlLimits DEFAULT = new YamlLimits(1 << 20, 64, 100, 10_000);
}
