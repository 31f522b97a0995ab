package dev.interop.testbed.docker;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The resources of the machine that a container may use.
 *
 * @param memoryBytes memory and swap together
 * @param pids processes and threads
 * @param cpus processors
 */
@API(status = Status.INTERNAL)
public record Resources(long memoryBytes, long pids, double cpus) {}
