package dev.interop.moqt;

import dev.interop.protocol.Protocol;
import dev.interop.protocol.Report;
import dev.interop.protocol.ReportReader;
import dev.interop.protocol.Route;
import dev.interop.protocol.RouteFilter;
import dev.interop.protocol.Routes;
import dev.interop.protocol.TestCase;
import dev.interop.registry.Implementation;
import dev.interop.registry.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Media over QUIC Transport (draft-ietf-moq-transport): clients against relays. */
public final class MoqtProtocol implements Protocol {
    private static final List<TestCase> CASES = List.of(
            new SetupOnly(),
            new AnnounceOnly(),
            new PublishNamespaceDone(),
            new SubscribeError(),
            new AnnounceSubscribe(),
            new SubscribeBeforeAnnounce());

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
    public boolean reports() {
        return true;
    }

    @Override
    public Optional<ReportReader> reportReader(Implementation client, Route route, Consumer<Report> reports) {
        return Optional.of(new TapReports(Map.of(), reports));
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
