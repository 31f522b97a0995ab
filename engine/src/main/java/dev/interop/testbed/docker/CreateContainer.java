package dev.interop.testbed.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.Ulimit;
import com.github.dockerjava.api.model.VolumeOptions;
import com.github.dockerjava.api.model.VolumesFrom;
import dev.interop.testbed.docker.ContainerSpec.Privilege;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Converts a {@link ContainerSpec} to the client library's types. */
final class CreateContainer {
    private static final long LOCKED_MEMORY_BYTES = 64L << 20;
    private static final double NANO = 1e9;
    /** A namespace of the container engine's machine; an engine that remaps users allows no other one without its users. */
    private static final String MACHINE = "host";

    /** The capabilities of the contract (docs/contract.md, 1.3). */
    private static final Capability[] ENDPOINT = {
        // Routes and offloading.
        Capability.NET_ADMIN,
        // Existing images ping, and capture with tcpdump.
        Capability.NET_RAW,
        // HTTP/3 is served at port 443.
        Capability.NET_BIND_SERVICE,
        // Root's files, and programs that change to a user of their own, such as nginx and tcpdump.
        Capability.CHOWN,
        Capability.DAC_OVERRIDE,
        Capability.FOWNER,
        Capability.SETUID,
        Capability.SETGID,
        Capability.KILL
    };

    private static final Capability[] SANDBOX = {
        // New network namespaces, and their devices. No endpoint's program runs in a sandbox.
        Capability.SYS_ADMIN,
        Capability.NET_ADMIN,
        // Its programs that read an endpoint's files give up SYS_ADMIN.
        Capability.SETPCAP,
        // Files of any owner.
        Capability.CHOWN,
        Capability.DAC_OVERRIDE,
        Capability.FOWNER
    };

    private CreateContainer() {}

    static CreateContainerCmd command(DockerClient client, ContainerSpec spec, EnforcedLimits limits) {
        var program = spec.program();
        var takesInput = program.input() == Program.Input.OPEN;
        var command = client.createContainerCmd(spec.image())
                .withName(spec.name())
                .withEnv(program.env().entrySet().stream()
                        .map(it -> it.getKey() + "=" + it.getValue())
                        .toList())
                .withLabels(spec.labels())
                // An endpoint's input is empty; a program of the testbed may take requests there.
                .withStdinOpen(takesInput)
                .withStdInOnce(takesInput)
                .withAttachStdin(takesInput)
                .withAttachStdout(true)
                .withAttachStderr(true)
                .withHostConfig(host(spec, limits));
        if (!program.entrypoint().isEmpty()) {
            command.withEntrypoint(program.entrypoint()).withCmd();
        }
        if (!program.arguments().isEmpty()) {
            command.withCmd(program.arguments());
        }
        if (!program.user().isEmpty()) {
            command.withUser(program.user());
        }
        if (spec.networking() instanceof Networking.Own own) {
            var first = own.networks().get(0);
            command.withHostName(own.hostname()).withIpv4Address(first.ipv4()).withIpv6Address(first.ipv6());
        } else if (spec.networking() instanceof Networking.Open open) {
            command.withHostName(open.hostname());
        }
        return command;
    }

    private static HostConfig host(ContainerSpec spec, EnforcedLimits limits) {
        var host = HostConfig.newHostConfig()
                // Containers that join a sandbox get the namespace of its first process, which must be the agent.
                .withInit(!isSandbox(spec))
                // Output is streamed from the start; the engine's own copy would only fill the disk.
                .withLogConfig(new LogConfig(LogConfig.LoggingType.NONE))
                .withSecurityOpts(List.of("no-new-privileges"))
                .withMemory(spec.resources().memoryBytes())
                .withMemorySwap(spec.resources().memoryBytes())
                .withPidsLimit(spec.resources().pids());
        if (limits.cpus()) {
            // Unlike the other limits, engines refuse this one where they cannot enforce it.
            host.withNanoCPUs((long) (spec.resources().cpus() * NANO));
        }
        // The engine's own set has more, which no endpoint is known to need: MKNOD, SYS_CHROOT, SETFCAP, AUDIT_WRITE …
        host.withCapDrop(Capability.ALL);
        switch (spec.privilege()) {
            case ENDPOINT, ENDPOINT_LOCKING_MEMORY, SIMULATOR -> host.withCapAdd(ENDPOINT);
            case NETWORK_ONLY -> host.withCapAdd(Capability.NET_ADMIN).withUsernsMode(MACHINE);
            case SANDBOX, SIMULATOR_SANDBOX -> host.withCapAdd(SANDBOX);
            case READER -> host.withCapAdd(Capability.DAC_OVERRIDE);
            case TOOL -> {
                // None.
            }
            case METER -> host.withPidMode(MACHINE).withUsernsMode(MACHINE);
        }
        network(host, spec);
        folders(host, spec);
        if (spec.privilege() == Privilege.ENDPOINT_LOCKING_MEMORY) {
            host.withUlimits(List.of(new Ulimit("memlock", LOCKED_MEMORY_BYTES, LOCKED_MEMORY_BYTES)));
        }
        return host;
    }

    private static boolean isSandbox(ContainerSpec spec) {
        return spec.privilege() == Privilege.SANDBOX || spec.privilege() == Privilege.SIMULATOR_SANDBOX;
    }

    /** Adds volumes without a name, which are removed with the last container that has them, and those of others. */
    private static void folders(HostConfig host, ContainerSpec spec) {
        var mounts = new ArrayList<Mount>();
        spec.folders()
                .forEach(it -> mounts.add(volume(it)
                        .withVolumeOptions(
                                new VolumeOptions().withNoCopy(isSandbox(spec)).withLabels(spec.labels()))));
        spec.readable().forEach((path, it) -> mounts.add(readOnly(path, it)));
        if (spec.networking() instanceof Networking.Joined joined && joined.share() == Networking.Share.FOLDERS_TOO) {
            host.withVolumesFrom(new VolumesFrom(joined.container()));
            // A mount of its own takes precedence over one that comes from another container.
            joined.readOnly().forEach((path, it) -> mounts.add(readOnly(path, it)));
        }
        if (!mounts.isEmpty()) {
            host.withMounts(mounts);
        }
    }

    private static Mount readOnly(String path, String volume) {
        return volume(path)
                .withSource(volume)
                .withReadOnly(true)
                .withVolumeOptions(new VolumeOptions().withNoCopy(true));
    }

    private static Mount volume(String path) {
        return new Mount().withType(MountType.VOLUME).withTarget(path);
    }

    private static void named(HostConfig host, List<String> hosts) {
        host.withExtraHosts(hosts.toArray(String[]::new))
                // The engine's own resolver asks the host's name servers; nobody answers at this address of the
                // container.
                .withDns("127.0.0.1")
                .withDnsOptions(List.of("timeout:1", "attempts:1"));
    }

    private static void network(HostConfig host, ContainerSpec spec) {
        if (spec.networking() instanceof Networking.Joined joined) {
            host.withNetworkMode("container:" + joined.container());
            if (!joined.sysctls().isEmpty()) {
                host.withSysctls(joined.sysctls());
            }
        } else if (spec.networking() instanceof Networking.Open open) {
            host.withNetworkMode(open.network());
            named(host, open.hosts());
        } else if (spec.networking() instanceof Networking.Own own) {
            host.withNetworkMode(own.networks().get(0).network());
            named(host, own.hosts());
            if (spec.privilege() == Privilege.SIMULATOR || spec.privilege() == Privilege.SIMULATOR_SANDBOX) {
                host.withSysctls(Map.of("net.ipv4.ip_forward", "0", "net.ipv6.conf.all.forwarding", "0"));
            }
        } else if (spec.networking() instanceof Networking.Host) {
            host.withNetworkMode(MACHINE);
        } else {
            host.withNetworkMode("none");
        }
    }
}
