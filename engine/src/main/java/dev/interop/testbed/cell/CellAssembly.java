package dev.interop.testbed.cell;

import dev.interop.protocol.Contract;
import dev.interop.protocol.EndpointPairing;
import dev.interop.protocol.EndpointSetup;
import dev.interop.protocol.EndpointSetup.Folder;
import dev.interop.protocol.EndpointSetup.Use;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Fault;
import dev.interop.recording.Provenance;
import dev.interop.recording.RemoteServer;
import dev.interop.registry.Endpoint;
import dev.interop.registry.MountedFile;
import dev.interop.testbed.archive.TarSource;
import dev.interop.testbed.concurrent.Concurrently;
import dev.interop.testbed.content.ServedContent;
import dev.interop.testbed.context.TestbedContext;
import dev.interop.testbed.docker.ContainerSpec;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.ImageFacts;
import dev.interop.testbed.lane.SandboxPool;
import dev.interop.testbed.lane.SandboxSlot;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The containers that a cell consists of: their images, setups and slots. */
final class CellAssembly {
    private final TestbedContext context;
    private final SandboxPool sandboxes;
    private final CellJob job;
    private final ServedContent content;
    private final ContainerSpecs specs;
    private final Contract contract;
    private final EndpointPairing pairing;

    private final Map<ContainerRole, CellContainer> containers = new EnumMap<>(ContainerRole.class);
    private final Map<ContainerRole, ImageFacts> images = new EnumMap<>(ContainerRole.class);
    private final SlotLeases leases;
    private final Map<ContainerRole, EndpointSetup> setups = new EnumMap<>(ContainerRole.class);
    private final Optional<String> wanted;
    private String scenario = "";
    private Optional<RemoteServer> remoteServer = Optional.empty();

    CellAssembly(TestbedContext context, SandboxPool sandboxes, CellJob job, ServedContent content) {
        this.context = context;
        this.sandboxes = sandboxes;
        this.job = job;
        this.content = content;
        this.specs = new ContainerSpecs(context, sandboxes);
        this.leases = new SlotLeases(sandboxes);
        this.contract = job.cell().protocol().contract();
        this.wanted = job.cell().protocol().scenario(job.cell().test());
        this.pairing = new EndpointPairing(
                job.cell().clientEndpoint(),
                job.cell().serverEndpoint(),
                job.cell().route(),
                job.cell().test().clientTestcase(),
                job.cell().test().serverTestcase(),
                content.fileRequests(job.cell().test()),
                job.cell().seed());
    }

    /** Opens the output of a container. */
    interface Outputs {
        /**
         * @throws IOException when it cannot be written
         */
        ContainerOutput open(ContainerRole role) throws IOException;
    }

    /**
     * Finds the images and specifies the containers. Creates none yet.
     *
     * @throws EngineFailure when an image is missing
     * @throws IOException when the recording's folder cannot be written
     */
    void prepare(Outputs outputs) throws IOException {
        sandboxes.hold();
        remoteServer = job.cell().route().remote().map(it -> RemoteServer.at(it.url()));
        remoteServer.ifPresent(sandboxes::openTo);
        var threads = context.threads();
        var client = Concurrently.start(threads, () -> image(ContainerRole.CLIENT, pairing.client()));
        if (!isRemote()) {
            images.put(ContainerRole.SERVER, image(ContainerRole.SERVER, pairing.server()));
        }
        images.put(ContainerRole.CLIENT, Concurrently.join(client));
        if (hasSimulator() || isObserved()) {
            var simulator = context.images().find(context.options().simulatorImage());
            images.put(ContainerRole.SIM, simulator);
            simulatorOrObserver(simulator, outputs);
        }
        if (!isRemote()) {
            endpoint(ContainerRole.SERVER, SandboxSlot.SERVER, contract.server(pairing), outputs);
        }
        endpoint(ContainerRole.CLIENT, clientSlot(), contract.client(pairing), outputs);
    }

    /** Adds the simulator, or an observer for a cell without one whose network the testbed sets up. */
    private void simulatorOrObserver(ImageFacts image, Outputs outputs) throws IOException {
        var server = isRemote()
                ? Optional.<String>empty()
                : Optional.of(contract.server().toString());
        if (hasSimulator()) {
            scenario = wanted.orElseThrow();
            add(
                    ContainerRole.SIM,
                    SandboxSlot.SIM,
                    specs.simulator(image, scenario, job.cell().seed(), server.filter(it -> contract.answersQuic())),
                    List.of(),
                    outputs);
        } else {
            var slot = isRemote() ? SandboxSlot.REMOTE_CLIENT : SandboxSlot.SERVER;
            add(ContainerRole.SIM, slot, specs.observer(image, sandboxes.watch(slot), server), List.of(), outputs);
        }
    }

    private void endpoint(ContainerRole role, SandboxSlot slot, EndpointSetup setup, Outputs outputs)
            throws IOException {
        var certificates =
                context.certificates().files(contract.certificate(job.cell().test()));
        var networking = isNetworkSetUpByTestbed() ? sandboxes.enterKept(slot) : sandboxes.enter(slot);
        if (isNetworkSetUpByTestbed() && hasSimulator()) {
            sandboxes.viaSimulator(slot);
        }
        setups.put(role, setup);
        add(
                role,
                slot,
                specs.endpoint(role, images.get(role), setup, networking),
                ContainerSpecs.content(setup, certificates, content),
                outputs);
    }

    private void add(ContainerRole role, SandboxSlot slot, ContainerSpec spec, List<TarSource> payload, Outputs outputs)
            throws IOException {
        var folders = specs.folders(slot, spec, mounted(role));
        var container = new CellContainer(context, role, spec, payload, folders, outputs.open(role));
        containers.put(role, container);
        leases.enter(container, slot);
    }

    private ImageFacts image(ContainerRole role, Endpoint endpoint) {
        try {
            return EndpointImage.find(context.images(), endpoint);
        } catch (EngineFailure e) {
            throw e.kind() == EngineFailure.Kind.IMAGE_MISSING ? e.named(name(role)) : e;
        }
    }

    /**
     * The fault of a container whose program could not be run.
     *
     * @param complaint the message of the engine's init
     */
    Fault notStarted(ContainerRole role, String complaint) {
        var fault = MissingProgram.fault(
                complaint, images.get(role), context.engine().facts().platform());
        return new Fault(fault.code(), name(role) + ": " + fault.text());
    }

    /** A container's role, and the implementation in it. */
    private String name(ContainerRole role) {
        var cell = job.cell();
        return switch (role) {
            case CLIENT -> "client '%s'".formatted(cell.client().name());
            case SERVER -> "server '%s'".formatted(cell.server().name());
            case SIM -> role.label();
        };
    }

    private SandboxSlot clientSlot() {
        if (isRemote()) {
            return SandboxSlot.REMOTE_CLIENT;
        }
        return hasSimulator() ? SandboxSlot.CLIENT : SandboxSlot.BESIDE_SERVER;
    }

    private boolean isRemote() {
        return job.cell().route().remote().isPresent();
    }

    private boolean hasSimulator() {
        return wanted.isPresent() && !isRemote();
    }

    private boolean isNetworkSetUpByTestbed() {
        return contract.networkSetup() == Contract.NetworkSetup.TESTBED;
    }

    private boolean isObserved() {
        return isNetworkSetUpByTestbed() && !hasSimulator();
    }

    /** Whether a simulator or observer announces that the client can begin; without one, it can at once. */
    boolean areAnnounced() {
        return containers.containsKey(ContainerRole.SIM);
    }

    /** Whether a container is started only once the client can begin, because it does not wait by itself. */
    boolean isLate(CellContainer container) {
        return isNetworkSetUpByTestbed() && container.role() == ContainerRole.CLIENT;
    }

    /**
     * The fault of a server whose address answers although no socket is bound to its port. An answer alone may come from
     * another program, or be the last one of a server that has ended.
     *
     * @throws EngineFailure when the sockets cannot be listed
     */
    Optional<Fault> unboundServer() {
        if (!isNetworkSetUpByTestbed() || isRemote()) {
            return Optional.empty();
        }
        var server = contract.server();
        return sandboxes.isBound(SandboxSlot.SERVER, server.port())
                ? Optional.empty()
                : Optional.of(new Fault(
                        Fault.Code.SERVER_UNBOUND,
                        "%s answered, but no socket is bound to UDP port %s of %s"
                                .formatted(server, server.port(), server.host())));
    }

    List<CellContainer> all() {
        return List.copyOf(containers.values());
    }

    /** The folders of a container with this use. */
    List<String> folders(ContainerRole role, Use use) {
        return Optional.ofNullable(setups.get(role)).stream()
                .flatMap(it -> it.folders().stream())
                .filter(it -> it.use() == use)
                .map(Folder::path)
                .toList();
    }

    /** Releases an ended container whose files have been copied. A slot is free once its last container is released. */
    void leave(CellContainer container) {
        leases.leave(container);
    }

    /**
     * Makes these ended containers stay after the run, with the namespaces and folders that they are in.
     *
     * @throws EngineFailure when they cannot be kept
     */
    KeptCell keep(List<CellContainer> ended) {
        var networks = new EnumMap<ContainerRole, String>(ContainerRole.class);
        for (var slot : leases.occupied()) {
            sandboxes.keep(slot).ifPresent(it -> networks.put(slot.role(), it));
        }
        var names = new EnumMap<ContainerRole, String>(ContainerRole.class);
        for (var container : ended) {
            var name = context.owner().keptName(container.role().label());
            container.keep(name);
            names.put(container.role(), name);
        }
        return new KeptCell(names, networks);
    }

    List<String> requests() {
        return contract.requests(pairing);
    }

    String scenario() {
        return scenario;
    }

    /** The remote server, if the cell has one. */
    Optional<RemoteServer> remoteServer() {
        return remoteServer;
    }

    /** The environment variables of each endpoint. */
    Map<ContainerRole, Map<String, String>> env() {
        var env = new EnumMap<ContainerRole, Map<String, String>>(ContainerRole.class);
        setups.forEach((role, it) -> env.put(role, it.env()));
        return env;
    }

    Map<ContainerRole, String> images() {
        var ids = new EnumMap<ContainerRole, String>(ContainerRole.class);
        images.forEach((role, it) -> ids.put(role, it.id()));
        return ids;
    }

    /** The provenance of the images that carry one. */
    Map<ContainerRole, Provenance> builds() {
        var builds = new EnumMap<ContainerRole, Provenance>(ContainerRole.class);
        images.forEach((role, it) -> Provenance.of(it.labels()).ifPresent(from -> builds.put(role, from)));
        return builds;
    }

    /** The files of the user's machine in a container. */
    List<MountedFile> mounted(ContainerRole role) {
        return switch (role) {
            case CLIENT -> job.cell().client().mounted();
            case SERVER -> job.cell().server().mounted();
            case SIM -> List.of();
        };
    }

    /** The client's names for the test cases. */
    Map<String, String> caseNames() {
        return pairing.client().mapping().cases();
    }
}
