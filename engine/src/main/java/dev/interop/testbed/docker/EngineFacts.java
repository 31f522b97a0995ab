package dev.interop.testbed.docker;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The properties of a container engine and its machine.
 *
 * @param host the engine's address
 * @param tls whether the connection to it is encrypted
 * @param platform the platform of its containers, such as {@code linux/amd64}
 * @param version its release
 * @param apiVersion the newest API version that it speaks
 * @param operatingSystem the operating system of its machine
 * @param architecture the architecture of its machine
 * @param cpus the processors of its machine
 * @param memoryBytes the memory of its machine
 * @param cgroupVersion 1 or 2
 * @param dataFolder its folder of images and containers
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
