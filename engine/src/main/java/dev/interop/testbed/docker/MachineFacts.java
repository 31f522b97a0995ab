package dev.interop.testbed.docker;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The properties of the machine that a container engine runs on.
 *
 * @param operatingSystem its operating system
 * @param architecture its architecture
 * @param cpus its processors
 * @param memoryBytes its memory
 * @param cgroupVersion 1 or 2
 * @param dataFolder the engine's folder of images and containers
 */
@API(status = Status.INTERNAL)
public record MachineFacts(
        String operatingSystem,
        String architecture,
        int cpus,
        long memoryBytes,
        String cgroupVersion,
        String dataFolder) {}
