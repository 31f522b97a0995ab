/** Reads the YAML of diagnostics with snakeyaml-engine, which users of this package add to the class path. */
package dev.interop.tap.yaml;
