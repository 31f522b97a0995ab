package dev.interop.protocol;

import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What the endpoints of a protocol and the test bed have agreed on: what an endpoint is told, where it finds and leaves
 * files, and who prepares it for the network. Stateless.
 */
@API(status = Status.EXPERIMENTAL)
public interface Contract {
    /** Where a server in a container answers QUIC packets, as its network knows it: {@code server:443}. */
    String server();

    /**
     * Whether a server answers QUIC packets. Then everything waits until it does; without, clients start at once and try
     * until they are answered, and {@link NetworkSetup#TESTBED} needs a scenario.
     */
    default boolean answersQuic() {
        return true;
    }

    /** Who prepares endpoints for the network. */
    NetworkSetup networkSetup();

    /** The server's certificates in a test case. */
    default CertificateChain certificate(TestCase test) {
        return test.certificate();
    }

    /** How long after a test case's limit a client is stopped. */
    default Duration grace() {
        return Duration.ZERO;
    }

    /** Where the files that are served lie. */
    default Layout layout() {
        return Layout.TOP;
    }

    /** What the side that fetches is asked for, URLs or paths, for the recording. */
    List<String> requests(EndpointPairing pairing);

    /** The container of the side that connects. */
    EndpointSetup client(EndpointPairing pairing);

    /** The container of the side that answers. */
    EndpointSetup server(EndpointPairing pairing);

    /** Where files lie in the folder that is served, and where downloads are to lie. */
    enum Layout {
        /** At the top. */
        TOP,
        /** In one folder of a random name. */
        FOLDER
    }

    /** Who prepares an endpoint for the simulated network and has a client wait until the server answers. */
    enum NetworkSetup {
        /** The endpoint itself: it sets its routes, and a client waits for the simulator. */
        ENDPOINT,
        /** The test bed: endpoints know of no simulator. Where none stands between them, the relay's network is watched. */
        TESTBED
    }
}
