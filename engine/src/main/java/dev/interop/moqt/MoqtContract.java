package dev.interop.moqt;

import dev.interop.moqt.tap.TapRequirements;
import dev.interop.protocol.CertificateChain;
import dev.interop.protocol.Contract;
import dev.interop.protocol.EndpointPairing;
import dev.interop.protocol.EndpointSetup;
import dev.interop.protocol.EndpointSetup.Folder;
import dev.interop.protocol.EndpointSetup.Use;
import dev.interop.protocol.ReportRequirements;
import dev.interop.protocol.Route;
import dev.interop.protocol.ServerAddress;
import dev.interop.protocol.TestCase;
import dev.interop.registry.Endpoint;
import dev.interop.registry.RemoteEndpoint;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The endpoint contract of the public MoQT runner, with the variables and values that each registry entry maps. */
final class MoqtContract implements Contract {
    private static final ServerAddress RELAY = new ServerAddress("relay", 4443);

    @Override
    public ServerAddress server() {
        return RELAY;
    }

    @Override
    public NetworkSetup networkSetup() {
        return NetworkSetup.TESTBED;
    }

    /** A self-signed certificate: a client may trust the relay by its certificate alone. */
    @Override
    public CertificateChain certificate(TestCase test) {
        return CertificateChain.SELF_SIGNED;
    }

    /**
     * The client's time to start, and to report after it used its whole limit. Starting took 11 s on two processors under a
     * load of 30.
     */
    @Override
    public Duration grace() {
        return Duration.ofSeconds(20);
    }

    @Override
    public List<String> requests(EndpointPairing pairing) {
        return List.of(url(pairing));
    }

    @Override
    public EndpointSetup client(EndpointPairing pairing) {
        var env = new Variables(pairing.client(), pairing.route());
        env.put("RELAY_URL", url(pairing));
        if (!pairing.clientTestcase().isEmpty()) {
            env.put("TESTCASE", pairing.client().mapping().caseName(pairing.clientTestcase()));
        }
        // The certificate of a relay in a container is made for the run, so that no client can verify it.
        if (pairing.route().remote().map(RemoteEndpoint::tlsDisableVerify).orElse(true)) {
            env.put("TLS_DISABLE_VERIFY", "1");
        }
        env.put("VERBOSE", "1");
        return setup(env, pairing.client(), Use.SERVER_CERTIFICATE);
    }

    @Override
    public EndpointSetup server(EndpointPairing pairing) {
        var env = new Variables(pairing.server(), pairing.route());
        env.put("MOQT_ROLE", "relay");
        env.put("MOQT_PORT", String.valueOf(RELAY.port()));
        return setup(env, pairing.server(), Use.CERTIFICATES);
    }

    @Override
    public ReportRequirements reportRequirements() {
        return TapRequirements.ALL;
    }

    private static String url(EndpointPairing pairing) {
        var remote = pairing.route().remote();
        if (remote.isPresent()) {
            return remote.get().url();
        }
        var scheme = pairing.route().transport().orElseThrow().equals(MoqtRoutes.QUIC) ? "moqt" : "https";
        var relay = pairing.server();
        return relay.url()
                .orElseGet(() -> scheme + "://" + RELAY + relay.mapping().path().orElse(""));
    }

    private static EndpointSetup setup(Variables env, Endpoint endpoint, Use certificates) {
        env.put("SSLKEYLOGFILE", "/logs/keys.log");
        env.put("QLOGDIR", "/logs/qlog/");
        return new EndpointSetup(
                env.values,
                endpoint.mapping().args(),
                List.of(
                        new Folder("/certs", certificates),
                        new Folder("/mlog", Use.TRACES),
                        new Folder("/logs", Use.LOGS),
                        new Folder("/logs/qlog", Use.SCRATCH)));
    }

    /** Collects variables under the names and with the values that an endpoint's registry entry maps. */
    private static final class Variables {
        private final Endpoint endpoint;
        private final Map<String, String> values;

        Variables(Endpoint endpoint, Route route) {
            this.endpoint = endpoint;
            this.values = new HashMap<>(endpoint.env());
            endpoint.mapping()
                    .draftEnv()
                    .ifPresent(name -> route.version().ifPresent(draft -> put(name, draft.name())));
        }

        void put(String name, String value) {
            values.put(name, endpoint.mapping().value(name, value));
        }
    }
}
