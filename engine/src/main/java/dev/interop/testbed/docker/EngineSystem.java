package dev.interop.testbed.docker;

import com.github.dockerjava.api.DockerClient;
import java.util.Objects;
import java.util.Optional;

/** The engine itself: whether it answers, its version and its machine. */
final class EngineSystem {
    private final DockerClient client;
    private final EngineHost host;
    private final Deadline within;
    private Optional<EngineFacts> facts = Optional.empty();

    EngineSystem(DockerClient client, EngineHost host, Deadline within) {
        this.client = client;
        this.host = host;
        this.within = within;
    }

    /** Asks the engine for an answer. */
    void ping() {
        within.call(
                Deadline.SHORT,
                "asking whether it answers",
                () -> client.pingCmd().exec());
    }

    /** The facts about the engine, which is asked once. */
    synchronized EngineFacts facts() {
        if (facts.isEmpty()) {
            facts = Optional.of(within.call(Deadline.SHORT, "asking for its version", this::askForFacts));
        }
        return facts.get();
    }

    private EngineFacts askForFacts() {
        var version = client.versionCmd().exec();
        var info = client.infoCmd().exec();
        return new EngineFacts(
                host,
                known(version.getOperatingSystem()) + "/" + known(version.getArch()),
                known(version.getVersion()),
                known(version.getApiVersion()),
                new EnforcedLimits(
                        !Boolean.FALSE.equals(info.getMemoryLimit()),
                        !Boolean.FALSE.equals(info.getRawValues().get("PidsLimit")),
                        !Boolean.FALSE.equals(info.getCpuCfsQuota())),
                new MachineFacts(
                        known(info.getOperatingSystem()),
                        known(info.getArchitecture()),
                        info.getNCPU() == null ? 1 : info.getNCPU(),
                        info.getMemTotal() == null ? 0 : info.getMemTotal(),
                        String.valueOf(info.getRawValues().getOrDefault("CgroupVersion", "1")),
                        known(info.getDockerRootDir())));
    }

    private static String known(String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
