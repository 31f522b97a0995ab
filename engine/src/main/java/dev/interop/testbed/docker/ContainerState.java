package dev.interop.testbed.docker;

/**
 * What the engine says of a container.
 *
 * @param running whether it runs
 * @param exitCode its exit code; meaningless while it runs
 * @param outOfMemory whether the kernel killed something in it for its memory limit
 * @param error the engine's message; empty if there is none
 */
public record ContainerState(boolean running, int exitCode, boolean outOfMemory, String error) {}
