package dev.interop.testbed.docker;

/**
 * What an engine says of itself.
 *
 * @param host where it is reached
 * @param version its release
 * @param apiVersion the newest API version that it speaks
 * @param operatingSystem of the machine that it runs on
 * @param architecture of that machine
 * @param cpus of that machine
 * @param memoryBytes of that machine
 * @param cgroupVersion 1 or 2
 * @param dataFolder where it keeps images and containers
 */
public record EngineFacts(
        String host,
        String version,
        String apiVersion,
        String operatingSystem,
        String architecture,
        int cpus,
        long memoryBytes,
        String cgroupVersion,
        String dataFolder) {}
