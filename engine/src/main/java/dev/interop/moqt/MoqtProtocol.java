package dev.interop.moqt;

import dev.interop.protocol.Protocol;
import dev.interop.protocol.RouteFilter;
import dev.interop.protocol.Routes;
import dev.interop.protocol.TestCase;
import dev.interop.registry.Implementation;
import dev.interop.registry.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Media over QUIC Transport (draft-ietf-moq-transport): clients against relays. */
public final class MoqtProtocol implements Protocol {
    private static final List<TestCase> CASES = List.of(
            test("S", "setup-only", "Connect, exchange SETUP, close", 2_000),
            test("A", "announce-only", "Announce a namespace", 2_000),
            test("D", "publish-namespace-done", "Announce a namespace and withdraw it", 2_000),
            test("E", "subscribe-error", "Subscribe to a track that nobody publishes", 2_000),
            test("AS", "announce-subscribe", "Announce a namespace and subscribe to a track of it", 3_000),
            test("SA", "subscribe-before-announce", "Subscribe to a track whose namespace is announced later", 3_500));

    private static TestCase test(String letter, String name, String description, int limitMillis) {
        return new MoqtTestCase(letter, name, description, Duration.ofMillis(limitMillis));
    }

    @Override
    public String name() {
        return "moqt";
    }

    @Override
    public String title() {
        return "MoQT";
    }

    @Override
    public Role serverRole() {
        return Role.RELAY;
    }

    @Override
    public Routes routes(Implementation client, Implementation server, RouteFilter filter) {
        return MoqtRoutes.between(client, server, filter);
    }

    @Override
    public Optional<String> onlyPlanned() {
        return Optional.of("MoQT matrices cannot be run yet; ./interop plan --protocol moqt shows them");
    }

    @Override
    public List<TestCase> testCases() {
        return CASES;
    }
}
