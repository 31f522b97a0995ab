package dev.interop.testbed.cell;

import dev.interop.protocol.EndpointSetup;
import dev.interop.protocol.EndpointSetup.Use;
import dev.interop.recording.ContainerRole;
import dev.interop.registry.MountedFile;
import dev.interop.testbed.archive.TarSource;
import dev.interop.testbed.certificates.CertificateFiles;
import dev.interop.testbed.content.ServedContent;
import dev.interop.testbed.context.TestbedContext;
import dev.interop.testbed.docker.ContainerFolders;
import dev.interop.testbed.docker.ContainerSpec;
import dev.interop.testbed.docker.ContainerSpec.Privilege;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.ImageFacts;
import dev.interop.testbed.docker.Networking;
import dev.interop.testbed.docker.Program;
import dev.interop.testbed.docker.Resources;
import dev.interop.testbed.lane.SandboxFolders;
import dev.interop.testbed.lane.SandboxPool;
import dev.interop.testbed.lane.SandboxSlot;
import dev.interop.testbed.mount.FoldersWithMounts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Specifies the containers of a cell by the endpoint contract. */
@API(status = Status.INTERNAL)
public final class ContainerSpecs {
    private static final String SEED_LABEL = "dev.interop.simulator.seed";
    private static final String OBSERVE_LABEL = "dev.interop.simulator.observe";
    private static final int FOR_ALL = 0777;
    private static final int READ_ONLY = 0755;

    private final TestbedContext context;
    private final SandboxPool sandboxes;

    ContainerSpecs(TestbedContext context, SandboxPool sandboxes) {
        this.context = context;
        this.sandboxes = sandboxes;
    }

    /** A container of an implementation. */
    ContainerSpec endpoint(ContainerRole role, ImageFacts image, EndpointSetup setup, Networking networking) {
        var env = new HashMap<>(context.options().environment());
        env.putAll(setup.env());
        return spec(role.label(), image, setup.args(), env, networking, Privilege.ENDPOINT_LOCKING_MEMORY);
    }

    /**
     * @param seed the seed of the simulator's decisions
     * @param server the address to wait for; empty to begin at once
     */
    ContainerSpec simulator(ImageFacts image, String scenario, long seed, Optional<String> server) {
        var env = new HashMap<String, String>();
        env.put("SCENARIO", seeded(scenario, image, seed));
        server.ifPresent(it -> env.put("WAITFORSERVER", it));
        return spec(
                ContainerRole.SIM.label(),
                image,
                List.of(),
                env,
                sandboxes.enter(SandboxSlot.SIM),
                Privilege.SIMULATOR);
    }

    /**
     * The simulator's image instead of a simulator: it captures what one endpoint sends and receives.
     *
     * @param networking the endpoint's networking
     * @param server the address to wait for, if the endpoint is the server
     */
    ContainerSpec observer(ImageFacts image, Networking networking, Optional<String> server) {
        if (!image.labels().containsKey(OBSERVE_LABEL)) {
            throw new EngineFailure(
                    EngineFailure.Kind.REFUSED,
                    "the simulator " + context.options().simulatorImage()
                            + " cannot watch endpoints that meet directly: leave out interop.simulator.image");
        }
        var env = new HashMap<String, String>();
        env.put("OBSERVE", server.isPresent() ? "right" : "left");
        server.ifPresent(it -> env.put("WAITFORSERVER", it));
        return spec(ContainerRole.SIM.label(), image, List.of(), env, networking, Privilege.SIMULATOR);
    }

    /** One end of a TCP flow beside a cell. */
    ContainerSpec tcpEnd(String name, ImageFacts image, List<String> arguments, Networking networking) {
        return spec(name, image, arguments, Map.of(), networking, Privilege.ENDPOINT);
    }

    /** The scenario with the seed, as the simulators that take a seed read it. */
    private static String seeded(String scenario, ImageFacts simulator, long seed) {
        return "true".equals(simulator.labels().get(SEED_LABEL))
                ? scenario + " --seed=0x" + Long.toHexString(seed)
                : scenario;
    }

    /** Whether the simulator supports the addresses of all lanes, not only of lane 0. */
    public static boolean worksInEveryLane(ImageFacts simulator) {
        return simulator.labels().containsKey(SEED_LABEL);
    }

    /** The content of an endpoint's folders when it starts. */
    static List<TarSource> content(EndpointSetup setup, CertificateFiles certificates, ServedContent served) {
        var all = new ArrayList<TarSource>();
        for (var folder : setup.folders()) {
            var path = folder.path().substring(1);
            var use = folder.use();
            var readOnly = use == Use.CERTIFICATES
                    || use == Use.SERVER_CERTIFICATE
                    || use == Use.SERVED
                    || use == Use.SERVED_EMPTY;
            all.add(TarSource.folder(path, readOnly ? READ_ONLY : FOR_ALL));
            switch (use) {
                case CERTIFICATES -> all.addAll(certificates.sources(path));
                case SERVER_CERTIFICATE -> all.addAll(certificates.known(path));
                case SERVED -> {
                    all.addAll(served.folders(path));
                    all.addAll(served.sources(path));
                }
                case SERVED_EMPTY -> all.addAll(served.folders(path));
                case DOWNLOADS, LOGS, TRACES, SCRATCH -> {
                    // Empty at first.
                }
            }
        }
        return all;
    }

    /** Copies files into a container in this slot, also those of the user's machine, and out of it. */
    ContainerFolders folders(SandboxSlot slot, ContainerSpec spec, List<MountedFile> mounted) {
        var folders = sandboxes.folders(slot, spec.networking());
        return mounted.isEmpty() ? folders : new FoldersWithMounts(folders, context.mounts(), spec.image(), mounted);
    }

    /** The volumes that an image declares, beside the folders of the contract: they get labels, to be found and counted. */
    private static List<String> declared(ImageFacts image) {
        return image.volumes().stream()
                .map(it -> it.length() > 1 && it.endsWith("/") ? it.substring(0, it.length() - 1) : it)
                .filter(it -> !SandboxFolders.isShared(it))
                .sorted()
                .toList();
    }

    private ContainerSpec spec(
            String name,
            ImageFacts image,
            List<String> arguments,
            Map<String, String> env,
            Networking networking,
            Privilege privilege) {
        var limits = context.options().limits();
        return new ContainerSpec(
                context.containerName(name),
                image.id(),
                context.owner().labels(),
                Program.ofImage(arguments).withEnv(env),
                networking,
                privilege,
                new Resources(limits.memoryBytes(), limits.pids(), context.cpus()),
                declared(image));
    }
}
