package dev.interop.testbed.docker;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The state of a container.
 *
 * @param running whether it runs
 * @param exitCode its exit code; meaningless while it runs
 * @param outOfMemory whether the kernel killed a process in it for its memory limit
 * @param error the engine's message; empty if there is none
 */
@API(status = Status.INTERNAL)
public record ContainerState(boolean running, int exitCode, boolean outOfMemory, String error) {}
