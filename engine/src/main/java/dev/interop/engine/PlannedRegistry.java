package dev.interop.engine;

import java.nio.file.Path;
import org.junit.platform.engine.DiscoverySelector;

/**
 * Selects the matrix of a registry file, of which an entry is looked for.
 *
 * @param file the file
 */
record PlannedRegistry(Path file) implements DiscoverySelector {}
