package dev.interop.testbed.docker;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What an engine says of itself.
 *
 * @param host where it is reached
 * @param tls whether the connection to it is encrypted
 * @param platform of its containers, such as {@code linux/amd64}
 * @param version its release
 * @param apiVersion the newest API version that it speaks
 * @param operatingSystem of the machine that it runs on
 * @param architecture of that machine
 * @param cpus of that machine
 * @param memoryBytes of that machine
 * @param cgroupVersion 1 or 2
 * @param dataFolder where it keeps images and containers
 */
@API(status = Status.INTERNAL)
public record EngineFacts(
        String host,
        boolean tls,
        String platform,
        String version,
        String apiVersion,
        String operatingSystem,
        String architecture,
        int cpus,
        long memoryBytes,
        String cgroupVersion,
        String dataFolder) {}
