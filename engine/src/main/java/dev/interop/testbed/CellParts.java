package dev.interop.testbed;

import dev.interop.protocol.Contract;
import dev.interop.protocol.EndpointSetup;
import dev.interop.protocol.EndpointSetup.Folder;
import dev.interop.protocol.EndpointSetup.Use;
import dev.interop.protocol.Meeting;
import dev.interop.recording.Fault;
import dev.interop.recording.Part;
import dev.interop.recording.Provenance;
import dev.interop.recording.ServerElsewhere;
import dev.interop.registry.Endpoint;
import dev.interop.testbed.archive.TarSource;
import dev.interop.testbed.content.ServedContent;
import dev.interop.testbed.docker.ContainerSpec;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.ImageFacts;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The containers that a cell consists of: who takes part, from which image, told what, sitting where. */
final class CellParts {
    private final Site site;
    private final LanePlaces places;
    private final CellJob job;
    private final ServedContent content;
    private final CellContainers containers;
    private final Contract contract;
    private final Meeting meeting;

    private final Map<Part, CellContainer> parts = new EnumMap<>(Part.class);
    private final Map<Part, ImageFacts> images = new EnumMap<>(Part.class);
    private final Seating seating;
    private final Map<Part, EndpointSetup> setups = new EnumMap<>(Part.class);
    private final Optional<String> wanted;
    private String scenario = "";
    private Optional<ServerElsewhere> elsewhere = Optional.empty();

    CellParts(Site site, LanePlaces places, CellJob job, ServedContent content) {
        this.site = site;
        this.places = places;
        this.job = job;
        this.content = content;
        this.containers = new CellContainers(site, places);
        this.seating = new Seating(places);
        this.contract = job.protocol().contract();
        this.wanted = job.protocol().scenario(job.test());
        this.meeting = new Meeting(
                job.clientEndpoint(),
                job.serverEndpoint(),
                job.route(),
                job.test().clientTestcase(),
                job.test().serverTestcase(),
                content.errand(job.test()),
                job.seed());
    }

    /** Opens what a part says. */
    interface Outputs {
        /**
         * @throws IOException when it cannot be written
         */
        PartOutput open(Part part) throws IOException;
    }

    /**
     * Finds the images and says what is made of them; nothing is created yet.
     *
     * @throws EngineFailure when an image is missing
     * @throws IOException when the recording's folder cannot be written
     */
    void prepare(Outputs outputs) throws IOException {
        elsewhere = job.route().remote().map(it -> ServerElsewhere.at(it.url()));
        var threads = site.threads();
        var client = Together.start(threads, () -> image(Part.CLIENT, meeting.client()));
        if (!isRemote()) {
            images.put(Part.SERVER, image(Part.SERVER, meeting.server()));
        }
        images.put(Part.CLIENT, Together.join(client));
        if (hasSimulator() || isObserved()) {
            var simulator = site.images().find(site.options().simulatorImage());
            images.put(Part.SIM, simulator);
            middle(simulator, outputs);
        }
        if (!isRemote()) {
            endpoint(Part.SERVER, Seat.SERVER, contract.server(meeting), outputs);
        }
        endpoint(Part.CLIENT, clientSeat(), contract.client(meeting), outputs);
    }

    /** The simulator; or, where nothing stands between the two and they do not look after themselves, an observer. */
    private void middle(ImageFacts image, Outputs outputs) throws IOException {
        var server = isRemote() ? Optional.<String>empty() : Optional.of(contract.server());
        if (hasSimulator()) {
            scenario = CellContainers.seeded(wanted.orElseThrow(), image, job.seed());
            add(Part.SIM, Seat.SIM, containers.simulator(image, scenario, server), List.of(), outputs);
        } else {
            var seat = isRemote() ? Seat.OUTSIDE : Seat.SERVER;
            add(Part.SIM, seat, containers.observer(image, places.watch(seat), server), List.of(), outputs);
        }
    }

    private void endpoint(Part part, Seat seat, EndpointSetup setup, Outputs outputs) throws IOException {
        var certificates = site.certificates().files(contract.certificate(job.test()));
        var place = isCaredFor() ? places.enterKept(seat) : places.enter(seat);
        if (isCaredFor() && hasSimulator()) {
            places.viaSimulator(seat);
        }
        setups.put(part, setup);
        add(
                part,
                seat,
                containers.endpoint(part, images.get(part), setup, place),
                CellContainers.content(setup, certificates, content),
                outputs);
    }

    private void add(Part part, Seat seat, ContainerSpec spec, List<TarSource> payload, Outputs outputs)
            throws IOException {
        var folders = places.folders(seat, spec.networking());
        var container = new CellContainer(site, part, spec, payload, folders, outputs.open(part));
        parts.put(part, container);
        seating.sit(container, seat);
    }

    private ImageFacts image(Part part, Endpoint endpoint) {
        return site.images()
                .find(endpoint.image()
                        .orElseThrow(() -> new EngineFailure(
                                EngineFailure.Kind.IMAGE_MISSING,
                                "the " + part.label() + " has no image in the registry")));
    }

    private Seat clientSeat() {
        if (isRemote()) {
            return Seat.OUTSIDE;
        }
        return hasSimulator() ? Seat.CLIENT : Seat.BESIDE_SERVER;
    }

    private boolean isRemote() {
        return job.route().remote().isPresent();
    }

    private boolean hasSimulator() {
        return wanted.isPresent() && !isRemote();
    }

    private boolean isCaredFor() {
        return contract.care() == Contract.Care.TESTBED;
    }

    private boolean isObserved() {
        return isCaredFor() && !hasSimulator();
    }

    /** Whether somebody says when the client can begin; without, it can at once. */
    boolean areAnnounced() {
        return parts.containsKey(Part.SIM);
    }

    /** Whether it is started once the client can begin, because it does not wait by itself. */
    boolean isLate(CellContainer container) {
        return isCaredFor() && container.part() == Part.CLIENT;
    }

    /**
     * What is wrong where the server's address answers and nobody is bound to its port: an answer alone might be somebody
     * else's, or the last one of a server that has gone.
     *
     * @throws EngineFailure when it cannot be told
     */
    Optional<Fault> unboundServer() {
        if (!isCaredFor() || isRemote()) {
            return Optional.empty();
        }
        var server = contract.server();
        var port = Integer.parseInt(server.substring(server.lastIndexOf(':') + 1));
        return places.isBound(Seat.SERVER, port)
                ? Optional.empty()
                : Optional.of(new Fault(
                        Fault.Code.SERVER_UNBOUND,
                        "%s answered, but UDP port %d is bound by nobody there".formatted(server, port)));
    }

    List<CellContainer> all() {
        return List.copyOf(parts.values());
    }

    /** The folders of a part that are used so. */
    List<String> folders(Part part, Use use) {
        return Optional.ofNullable(setups.get(part)).stream()
                .flatMap(it -> it.folders().stream())
                .filter(it -> it.use() == use)
                .map(Folder::path)
                .toList();
    }

    /** A container has ended, and what it left has been taken; with the last one of a seat the seat is free. */
    void leave(CellContainer container) {
        seating.leave(container);
    }

    List<String> requests() {
        return contract.requests(meeting);
    }

    String scenario() {
        return scenario;
    }

    /** Where the server is, if it runs elsewhere. */
    Optional<ServerElsewhere> elsewhere() {
        return elsewhere;
    }

    /** The variables that each endpoint was given. */
    Map<Part, Map<String, String>> env() {
        var env = new EnumMap<Part, Map<String, String>>(Part.class);
        setups.forEach((part, it) -> env.put(part, it.env()));
        return env;
    }

    Map<Part, String> images() {
        var ids = new EnumMap<Part, String>(Part.class);
        images.forEach((part, it) -> ids.put(part, it.id()));
        return ids;
    }

    /** What the images of the parts were built from, where they say it. */
    Map<Part, Provenance> builds() {
        var builds = new EnumMap<Part, Provenance>(Part.class);
        images.forEach((part, it) -> Provenance.of(it.labels()).ifPresent(from -> builds.put(part, from)));
        return builds;
    }

    /** What the client calls our test cases. */
    Map<String, String> caseNames() {
        return meeting.client().dialect().cases();
    }
}
