package dev.interop.protocol;

import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The contract between the endpoints of a protocol and the test bed: an endpoint's variables and arguments, its
 * folders, and who prepares its network. Stateless.
 */
@API(status = Status.EXPERIMENTAL)
public interface Contract {
    /** The address of a server in a container. */
    ServerAddress server();

    /**
     * Whether a server answers QUIC packets. If so, the client starts once the server answers; if not, clients start at
     * once and retry until they get an answer, and {@link NetworkSetup#TESTBED} needs a scenario.
     */
    default boolean answersQuic() {
        return true;
    }

    /** The party that prepares endpoints for the network. */
    NetworkSetup networkSetup();

    /** The server's certificates in a test case. */
    default CertificateChain certificate(TestCase test) {
        return test.certificate();
    }

    /** The time between a test case's limit and the stop of its client. */
    default Duration grace() {
        return Duration.ZERO;
    }

    /** The layout of the served files. */
    default Layout layout() {
        return Layout.TOP;
    }

    /** The URLs or paths that the fetching side is asked for, for the recording. */
    List<String> requests(EndpointPairing pairing);

    /** The setup of the container that connects. */
    EndpointSetup client(EndpointPairing pairing);

    /** The setup of the container that accepts. */
    EndpointSetup server(EndpointPairing pairing);

    /** The requirements on what clients report, where they report. */
    default ReportRequirements reportRequirements() {
        return ReportRequirements.ANY;
    }

    /** The place of files within the served folder and the download folder. */
    enum Layout {
        /** At the top level. */
        TOP,
        /** In folders of random names, as many as the test case has: one, unless it says otherwise. */
        FOLDER
    }

    /** The party that prepares an endpoint for the simulated network and has a client wait until the server answers. */
    enum NetworkSetup {
        /** The endpoint itself: it sets its routes, and a client waits for the simulator. */
        ENDPOINT,
        /**
         * The test bed; endpoints know of no simulator. Without a simulator, packets are captured in the
         * server's network.
         */
        TESTBED
    }
}
