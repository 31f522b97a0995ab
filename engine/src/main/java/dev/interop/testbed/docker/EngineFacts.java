package dev.interop.testbed.docker;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The properties of a container engine.
 *
 * @param host where the engine is
 * @param platform the platform of its containers, such as {@code linux/amd64}
 * @param version its release
 * @param apiVersion the newest API version that it speaks
 * @param limits the limits of containers that it enforces
 * @param machine the machine that it runs on
 */
@API(status = Status.INTERNAL)
public record EngineFacts(
        EngineHost host,
        String platform,
        String version,
        String apiVersion,
        EnforcedLimits limits,
        MachineFacts machine) {}
