package dev.interop.tap.yaml;

/**
 * What the YAML of one diagnostic may ask for; beyond that it is invalid.
 *
 * @param characters characters of the text
 * @param depth collections within one another
 * @param aliases aliases in all
 * @param aliasedNodes nodes that the aliases stand for in all, so that a few lines cannot stand for a billion nodes
 */
public record YamlLimits(int characters, int depth, int aliases, int aliasedNodes) {

    /** 1,048,576 characters, 64 levels, 100 aliases for 10,000 nodes. */
    public static final YamlLimits DEFAULT = new YamlLimits(1 << 20, 64, 100, 10_000);
}
