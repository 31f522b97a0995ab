package dev.interop.webtransport;

import dev.interop.protocol.Contract;
import dev.interop.protocol.ContractCase;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.PublishedFile;
import dev.interop.protocol.RunMode;
import dev.interop.protocol.TestCase;
import dev.interop.recording.ContainerRole;
import dev.interop.registry.Role;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** WebTransport over HTTP/3 (draft-ietf-webtrans-http3): sessions, their streams and datagrams. */
@API(status = Status.INTERNAL)
public final class WebTransportProtocol implements Protocol {
    private static final List<TestCase> TEST_CASES = List.of(
            new SessionHandshake(),
            new SessionTransfer(Carrier.UNIDIRECTIONAL, Role.SERVER),
            new SessionTransfer(Carrier.UNIDIRECTIONAL, Role.CLIENT),
            new SessionTransfer(Carrier.BIDIRECTIONAL, Role.SERVER),
            new SessionTransfer(Carrier.BIDIRECTIONAL, Role.CLIENT),
            new SessionTransfer(Carrier.DATAGRAM, Role.SERVER),
            new SessionTransfer(Carrier.DATAGRAM, Role.CLIENT));

    private final RunMode runMode;

    /** Used by {@link java.util.ServiceLoader}. */
    public WebTransportProtocol() {
        this(RunMode.NONE);
    }

    private WebTransportProtocol(RunMode runMode) {
        this.runMode = runMode;
    }

    @Override
    public String name() {
        return "webtransport";
    }

    @Override
    public String title() {
        return "WebTransport";
    }

    @Override
    public Contract contract() {
        return new WebTransportContract();
    }

    @Override
    public List<TestCase> testCases() {
        return TEST_CASES;
    }

    @Override
    public List<ContractCase> contractCases(Role role) {
        var client = role.equals(Role.CLIENT);
        return List.of(
                new ContractCase(
                        (client ? "opens" : "accepts") + " a session for each endpoint over one connection",
                        "5.1",
                        new SeveralSessions()),
                new ContractCase(
                        "writes down the first of the client's PROTOCOLS that fits",
                        "5.4",
                        new ProtocolChoice(client ? ContainerRole.CLIENT : ContainerRole.SERVER)));
    }

    /** An endpoint whose image takes the newest release that there is, such as a browser's, says which one ran. */
    @Override
    public List<PublishedFile> publishedFiles() {
        return List.of(new PublishedFile("{client,server}/version.txt", "text/plain", "release"));
    }

    @Override
    public Protocol as(RunMode mode) {
        return new WebTransportProtocol(mode);
    }

    @Override
    public Optional<String> scenario(TestCase test) {
        return runMode.scenario().or(test::scenario);
    }
}
