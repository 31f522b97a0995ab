package dev.interop.quic;

import static dev.interop.protocol.TestFile.MB;
import static dev.interop.quic.Checks.pathChallenge;
import static dev.interop.quic.Checks.pathResponses;
import static dev.interop.quic.Checks.severalClientAddresses;
import static dev.interop.quic.Checks.severalPaths;

import dev.interop.verdict.Check;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Transfers a file while a NAT changes the client's port, or its address and port.
 *
 * @param changed what the NAT changes
 * @param options the scenario's options that make it so
 * @param shownBy the checks that see the change
 */
record Rebinding(String name, String letter, String changed, String options, List<Check> shownBy)
        implements FileTransfer {
    private static final String TIMES = "--first-rebind=1s --rebind-freq=5s";

    static final QuicTestCase PORT = new Rebinding("rebind-port", "BP", "port", TIMES, List.of(severalPaths()));
    static final QuicTestCase ADDRESS = new Rebinding(
            "rebind-addr",
            "BA",
            "address and port",
            TIMES + " --rebind-addr",
            List.of(severalPaths(), severalClientAddresses()));

    @Override
    public String description() {
        return "A file while a NAT changes the client's " + changed;
    }

    /** It takes ten seconds, and its packets are all dissected. */
    @Override
    public boolean runsByDefault() {
        return false;
    }

    @Override
    public Optional<String> scenario() {
        return Optional.of(Link.scenario("rebind", options));
    }

    @Override
    public long size() {
        return 10 * MB;
    }

    @Override
    public List<Check> ownChecks() {
        return Stream.concat(shownBy.stream(), Stream.of(pathChallenge(), pathResponses()))
                .toList();
    }
}
