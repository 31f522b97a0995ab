package dev.interop.testbed;

import dev.interop.protocol.EndpointSetup;
import dev.interop.protocol.EndpointSetup.Use;
import dev.interop.recording.Part;
import dev.interop.testbed.archive.TarSource;
import dev.interop.testbed.certificates.CertificateFiles;
import dev.interop.testbed.content.ServedContent;
import dev.interop.testbed.docker.ContainerSpec;
import dev.interop.testbed.docker.ContainerSpec.Input;
import dev.interop.testbed.docker.ContainerSpec.Privilege;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.ImageFacts;
import dev.interop.testbed.docker.Networking;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the containers of a cell get, by the endpoint contract. */
final class CellContainers {
    static final String LOGS = "/logs";

    private static final String CERTS = "/certs";
    private static final String DOWNLOADS = "/downloads";
    private static final String WWW = "/www";

    /** Of the folders of a kept place, those that only the place's keeper writes to. */
    static final Set<String> READ_ONLY_FOLDERS = Set.of(CERTS, WWW);

    private static final String SEED_LABEL = "dev.interop.simulator.seed";
    private static final String OBSERVE_LABEL = "dev.interop.simulator.observe";
    private static final int FOR_ALL = 0777;
    private static final int READ_ONLY = 0755;

    private final Site site;
    private final LanePlaces places;

    CellContainers(Site site, LanePlaces places) {
        this.site = site;
        this.places = places;
    }

    /** A container of an implementation. */
    ContainerSpec endpoint(Part part, ImageFacts image, EndpointSetup setup, Networking place) {
        var env = new HashMap<>(site.options().environment());
        env.putAll(setup.env());
        return spec(part, image, setup.args(), env, place, Privilege.ENDPOINT);
    }

    /**
     * @param server what to wait for; empty to begin at once
     */
    ContainerSpec simulator(ImageFacts image, String scenario, Optional<String> server) {
        var env = new HashMap<String, String>();
        env.put("SCENARIO", scenario);
        server.ifPresent(it -> env.put("WAITFORSERVER", it));
        return spec(Part.SIM, image, List.of(), env, places.enter(Seat.SIM), Privilege.SIMULATOR);
    }

    /**
     * The simulator's image in the place of a network: it captures what one endpoint sends and receives.
     *
     * @param place the endpoint's
     * @param server what to wait for, if it is in that place
     */
    ContainerSpec observer(ImageFacts image, Networking place, Optional<String> server) {
        if (!image.labels().containsKey(OBSERVE_LABEL)) {
            throw new EngineFailure(
                    EngineFailure.Kind.REFUSED,
                    "the simulator " + site.options().simulatorImage()
                            + " cannot watch endpoints that meet directly: use ours");
        }
        var env = new HashMap<String, String>();
        env.put("OBSERVE", server.isPresent() ? "right" : "left");
        server.ifPresent(it -> env.put("WAITFORSERVER", it));
        return spec(Part.SIM, image, List.of(), env, place, Privilege.SIMULATOR);
    }

    /** The scenario with the seed, where the simulator knows what to do with one. */
    static String seeded(String scenario, ImageFacts simulator, long seed) {
        return "true".equals(simulator.labels().get(SEED_LABEL))
                ? scenario + " --seed=0x" + Long.toHexString(seed)
                : scenario;
    }

    /** Whether the simulator works with other addresses than those of lane 0. */
    static boolean worksInEveryLane(ImageFacts simulator) {
        return simulator.labels().containsKey(SEED_LABEL);
    }

    /** The folders of a part's kept place; what else an endpoint wants goes over the engine. */
    static List<String> folders(Part part) {
        return switch (part) {
            case CLIENT -> List.of(LOGS, CERTS, WWW, DOWNLOADS);
            case SERVER -> List.of(LOGS, CERTS, WWW, DOWNLOADS);
            case SIM -> List.of(LOGS);
        };
    }

    /** What lies in an endpoint's folders when it starts. */
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

    private ContainerSpec spec(
            Part part,
            ImageFacts image,
            List<String> arguments,
            Map<String, String> env,
            Networking networking,
            Privilege privilege) {
        var limits = site.options().limits();
        return new ContainerSpec(
                site.containerName(part.label()),
                image.id(),
                List.of(),
                arguments,
                "",
                env,
                networking,
                Input.NONE,
                privilege,
                limits.memoryBytes(),
                limits.pids(),
                site.cpus(),
                site.owner().labels(),
                List.of());
    }
}
