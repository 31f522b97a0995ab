/** YAML of diagnostics, by snakeyaml-engine, which who uses this package adds to the class path. */
package dev.interop.tap.yaml;
