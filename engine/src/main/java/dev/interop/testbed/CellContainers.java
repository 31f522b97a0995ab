package dev.interop.testbed;

import dev.interop.recording.Part;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Role;
import dev.interop.testbed.archive.TarSource;
import dev.interop.testbed.certificates.CertificateFiles;
import dev.interop.testbed.docker.ContainerSpec;
import dev.interop.testbed.docker.ContainerSpec.Input;
import dev.interop.testbed.docker.ContainerSpec.Privilege;
import dev.interop.testbed.docker.ImageFacts;
import dev.interop.testbed.docker.Networking;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the containers of a cell get, by the endpoint contract. */
final class CellContainers {
    static final String LOGS = "/logs";
    static final String DOWNLOADS = "/downloads";

    private static final String CERTS = "/certs";
    private static final String WWW = "/www";

    private static final String SEED_LABEL = "dev.interop.simulator.seed";
    private static final int FOR_ALL = 0777;
    private static final int READ_ONLY = 0755;

    private final Site site;
    private final LanePlaces places;

    CellContainers(Site site, LanePlaces places) {
        this.site = site;
        this.places = places;
    }

    ContainerSpec client(ImageFacts image, Endpoint endpoint, String testcase, List<String> requests, boolean alone) {
        var env = endpointEnv(Role.CLIENT, testcase, endpoint);
        if (!requests.isEmpty()) {
            env.put("REQUESTS", String.join(" ", requests));
        }
        var place = alone ? places.clientBesideServer() : places.place(Part.CLIENT);
        return spec(Part.CLIENT, image, env, place, Privilege.ENDPOINT);
    }

    ContainerSpec server(ImageFacts image, Endpoint endpoint, String testcase) {
        var env = endpointEnv(Role.SERVER, testcase, endpoint);
        return spec(Part.SERVER, image, env, places.place(Part.SERVER), Privilege.ENDPOINT);
    }

    /**
     * @param server what to wait for; empty to begin at once
     */
    ContainerSpec simulator(ImageFacts image, String scenario, Optional<String> server) {
        var env = new HashMap<String, String>();
        env.put("SCENARIO", scenario);
        server.ifPresent(it -> env.put("WAITFORSERVER", it));
        return spec(Part.SIM, image, env, places.place(Part.SIM), Privilege.SIMULATOR);
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

    /** The folders by which a part gets files and leaves them. */
    static List<String> folders(Part part) {
        return switch (part) {
            case CLIENT -> List.of(LOGS, CERTS, DOWNLOADS);
            case SERVER, RELAY -> List.of(LOGS, CERTS, WWW);
            case SIM -> List.of(LOGS);
        };
    }

    static List<TarSource> serverFolders(CertificateFiles certificates, List<TarSource> served) {
        var all = new ArrayList<>(List.of(
                TarSource.folder("certs", READ_ONLY),
                TarSource.folder("www", READ_ONLY),
                TarSource.folder("logs", FOR_ALL),
                TarSource.folder("logs/qlog", FOR_ALL)));
        all.addAll(certificates.sources("certs"));
        all.addAll(served);
        return all;
    }

    static List<TarSource> clientFolders(CertificateFiles certificates) {
        var all = new ArrayList<>(List.of(
                TarSource.folder("certs", READ_ONLY),
                TarSource.folder("downloads", FOR_ALL),
                TarSource.folder("logs", FOR_ALL),
                TarSource.folder("logs/qlog", FOR_ALL)));
        all.addAll(certificates.sources("certs"));
        return all;
    }

    private Map<String, String> endpointEnv(Role role, String testcase, Endpoint endpoint) {
        var env = new HashMap<>(site.options().environment());
        env.putAll(endpoint.env());
        env.put("ROLE", role.label());
        env.put("TESTCASE", testcase);
        env.put("SSLKEYLOGFILE", "/logs/keys.log");
        env.put("QLOGDIR", "/logs/qlog/");
        return env;
    }

    private ContainerSpec spec(
            Part part, ImageFacts image, Map<String, String> env, Networking networking, Privilege privilege) {
        var limits = site.options().limits();
        return new ContainerSpec(
                site.containerName(part.label()),
                image.id(),
                List.of(),
                "",
                env,
                networking,
                Input.NONE,
                privilege,
                limits.memoryBytes(),
                limits.pids(),
                site.cpus(),
                site.owner().labels());
    }
}
