package dev.interop.cli.doctor;

import dev.interop.UserError;
import dev.interop.testbed.cleanup.Owner;
import dev.interop.testbed.context.TestbedOptions;
import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.ContainerSpec;
import dev.interop.testbed.docker.ContainerSpec.Privilege;
import dev.interop.testbed.docker.EnforcedLimits;
import dev.interop.testbed.docker.Engine;
import dev.interop.testbed.docker.EngineFacts;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.Networking;
import dev.interop.testbed.docker.Program;
import dev.interop.testbed.docker.Resources;
import dev.interop.testbed.tool.ToolImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Examines the machine and its container engine. */
@API(status = Status.INTERNAL)
public final class Doctor {
    /** Debian 12's engine; older ones were never tried. */
    private static final int OLDEST_API_MINOR = 41;

    private static final long GIB = 1L << 30;
    private static final long DISK_NEEDED_GIB = 5;
    private static final long DISK_WANTED_GIB = 15;
    private static final long MEMORY_WANTED_GIB = 4;
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(20);
    private static final String ENDPOINT_IMAGE = ToolImage.SANDBOX.defaultReference();

    private final Path results;
    private final TestbedOptions options;

    /**
     * @param results a folder on the disk for results
     * @param options how a run would set up its test bed
     */
    public Doctor(Path results, TestbedOptions options) {
        this.results = results;
        this.options = options;
    }

    /** Examines everything, in the order in which to fix it. */
    public List<Diagnosis> examine() {
        var all = new ArrayList<Diagnosis>();
        all.add(Diagnosis.good("JDK", System.getProperty("java.version") + ", " + System.getProperty("java.vendor")));
        all.add(disk("disk of the results", results));
        all.add(ipv6());
        try (var engine = Engine.connect()) {
            all.addAll(engine(engine));
            engine.warnings().forEach(it -> all.add(Diagnosis.weak("Docker configuration", it, "repair that file")));
        } catch (UserError e) {
            all.add(Diagnosis.bad("container engine", e.getMessage(), unreachable()));
        } catch (EngineFailure e) {
            all.add(Diagnosis.bad("container engine", e.getMessage(), "see the container engine's log"));
        }
        return List.copyOf(all);
    }

    private static String unreachable() {
        return isNamed()
                ? "start the container engine that is named there, or name another one"
                : "install docker.io, start dockerd";
    }

    private static boolean isNamed() {
        try {
            return Engine.isNamed();
        } catch (UserError wrongName) {
            return true;
        }
    }

    private List<Diagnosis> engine(ContainerBackend engine) {
        var facts = engine.facts();
        var all = new ArrayList<Diagnosis>();
        all.add(version(facts));
        all.add(architecture(facts));
        all.add(memory(facts));
        all.add(Diagnosis.good("cgroup", "version " + facts.machine().cgroupVersion()));
        all.add(limits(facts.limits()));
        var data = Path.of(facts.machine().dataFolder());
        if (facts.host().address().startsWith("unix:") && Files.isDirectory(data)) {
            all.add(disk("disk of the container engine", data));
        }
        all.add(offload(engine, facts));
        all.addAll(new LaneDiagnoses(engine, options).examine());
        return all;
    }

    private static Diagnosis version(EngineFacts facts) {
        var seen = facts.version() + " (API " + facts.apiVersion() + ") at "
                + facts.host().address();
        return isOld(facts.apiVersion())
                ? Diagnosis.bad("container engine", seen, "update Docker Engine to 20.10 or later")
                : Diagnosis.good("container engine", seen);
    }

    static boolean isOld(String apiVersion) {
        var parts = apiVersion.split("\\.");
        try {
            return parts.length == 2 && parts[0].equals("1") && Integer.parseInt(parts[1]) < OLDEST_API_MINOR;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static Diagnosis architecture(EngineFacts facts) {
        var seen = facts.machine().architecture() + ", " + facts.machine().cpus() + " CPUs, "
                + facts.machine().operatingSystem();
        return switch (facts.machine().architecture()) {
            case "x86_64", "amd64", "aarch64", "arm64" -> Diagnosis.good("engine's machine", seen);
            default ->
                Diagnosis.weak(
                        "engine's machine", seen, "images are made for x86_64 and aarch64; others may lack packages");
        };
    }

    private static Diagnosis memory(EngineFacts facts) {
        var gib = facts.machine().memoryBytes() / GIB;
        return gib < MEMORY_WANTED_GIB
                ? Diagnosis.weak("memory", gib + " GiB", "use one lane (--lanes 1)")
                : Diagnosis.good("memory", gib + " GiB");
    }

    static Diagnosis limits(EnforcedLimits limits) {
        var subject = "limits of containers";
        return limits.missing()
                .map(it -> Diagnosis.weak(
                        subject,
                        "not enforced: " + it,
                        "run only images that you trust, or give the engine control groups of version 2"))
                .orElseGet(() -> Diagnosis.good(subject, "memory, processes, processors"));
    }

    private static Diagnosis ipv6() {
        var off = Path.of("/proc/sys/net/ipv6/conf/all/disable_ipv6");
        if (!Files.isDirectory(Path.of("/proc/sys/net"))) {
            return Diagnosis.good("IPv6", "left to the container engine's machine");
        }
        try {
            return Files.readString(off).strip().equals("0")
                    ? Diagnosis.good("IPv6", "on")
                    : Diagnosis.bad("IPv6", "switched off", "sysctl net.ipv6.conf.all.disable_ipv6=0");
        } catch (IOException e) {
            return Diagnosis.bad("IPv6", "not in this kernel", "boot without ipv6.disable=1");
        }
    }

    private static Diagnosis disk(String subject, Path folder) {
        var existing = folder.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            var gib = Files.getFileStore(existing).getUsableSpace() / GIB;
            var seen = gib + " GiB free at " + existing;
            if (gib < DISK_NEEDED_GIB) {
                return Diagnosis.bad(subject, seen, "free at least " + DISK_NEEDED_GIB + " GiB there");
            }
            return gib < DISK_WANTED_GIB
                    ? Diagnosis.weak(subject, seen, "building all images wants " + DISK_WANTED_GIB + " GiB")
                    : Diagnosis.good(subject, seen);
        } catch (IOException e) {
            return Diagnosis.weak(subject, "not to be seen: " + e.getMessage(), "look with df");
        }
    }

    /**
     * Checks the offloading of checksums: the simulator forwards packets only if their checksums are computed, which
     * endpoints enforce by ethtool.
     */
    private static Diagnosis offload(ContainerBackend engine, EngineFacts facts) {
        var subject = "checksum offload";
        var image = engine.findImage(ENDPOINT_IMAGE);
        if (image.isEmpty()) {
            return Diagnosis.weak(subject, "not tried: " + ENDPOINT_IMAGE + " is not built", "./interop build");
        }
        var owner = Owner.current("doctor-" + ProcessHandle.current().pid());
        var spec = new ContainerSpec(
                "interop-" + owner.session(),
                image.get().id(),
                owner.labels(),
                Program.of(List.of("ethtool", "-K", "lo", "tx", "off")),
                Networking.none(),
                Privilege.ENDPOINT,
                new Resources(256L << 20, 64, Math.min(1, facts.machine().cpus())));
        try {
            var id = engine.createContainer(spec);
            try {
                engine.startContainer(id);
                var code = engine.exitOf(id).get(PROBE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
                return code == 0
                        ? Diagnosis.good(subject, "can be switched off in containers")
                        : Diagnosis.bad(subject, "ethtool -K ended with " + code, "allow NET_ADMIN in containers");
            } finally {
                engine.removeContainer(id);
            }
        } catch (EngineFailure | ExecutionException | TimeoutException e) {
            return Diagnosis.bad(
                    subject, "a container could not be run: " + e.getMessage(), "see the container engine's log");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Diagnosis.weak(subject, "interrupted", "try again");
        }
    }
}
