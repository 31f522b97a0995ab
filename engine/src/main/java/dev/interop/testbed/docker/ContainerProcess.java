package dev.interop.testbed.docker;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A process in a container.
 *
 * @param pid its number, as the engine's machine counts
 * @param parent its parent's
 * @param state the kernel's letters for what it is doing: {@code S} sleeps, {@code Z} has ended, …
 * @param caught the signals that it has handlers for, as the kernel's mask: bit 0 is signal 1
 * @param command its program and arguments
 */
@API(status = Status.INTERNAL)
public record ContainerProcess(long pid, long parent, String state, long caught, String command) {}
