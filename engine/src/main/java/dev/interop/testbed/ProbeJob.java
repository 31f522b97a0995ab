package dev.interop.testbed;

import dev.interop.registry.Implementation;
import dev.interop.registry.Role;
import java.nio.file.Path;

/**
 * An implementation to be asked, in one role, for a test case that does not exist.
 *
 * @param protocol the protocol's name
 * @param implementation who is asked
 * @param role in which role
 * @param folder where its output is to be kept
 */
public record ProbeJob(String protocol, Implementation implementation, Role role, Path folder) {}
