package dev.interop.testbed.docker;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A process in a container.
 *
 * @param pid its process number on the engine's machine
 * @param parent the process number of its parent
 * @param state its state in the kernel's letters: {@code S} sleeps, {@code Z} has ended, …
 * @param caught the signals that it has handlers for, as the kernel's mask: bit 0 is signal 1
 * @param command its program and arguments
 */
@API(status = Status.INTERNAL)
public record ContainerProcess(long pid, long parent, String state, long caught, String command) {}
