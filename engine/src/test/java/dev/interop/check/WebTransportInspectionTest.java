package dev.interop.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.protocol.Protocol;
import dev.interop.protocol.Protocols;
import dev.interop.protocol.Route;
import dev.interop.registry.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Images that keep to WebTransport's contract, and ones that do not. */
class WebTransportInspectionTest extends RealInspections {
    private static final String PROTOCOL = "webtransport";
    private static final Protocol WEBTRANSPORT = Protocols.installed().named(PROTOCOL);

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CLIENT", "SERVER"})
    void eitherRoleIsAskedForEverything(Role role) {
        assertThat(inspect("webtransport-go", "", role)).hasSize(9).allMatch(it -> it.answer() instanceof Answer.Met);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CLIENT", "SERVER"})
    void eitherSideFetchesFiles(Role role) {
        assertThat(seen(inspect("faulty-webtransport", "altered-file", role), new LeavesDownloads()))
                .contains("not there as it was served: ");
        assertThat(seen(inspect("faulty-webtransport", "extra-file", role), new LeavesDownloads()))
                .contains("nobody asked for: ")
                .contains("/unasked");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CLIENT", "SERVER"})
    void whoGoesOnWhenAskedToEnd(Role role) {
        var lines = inspect("faulty-webtransport", "ignores-sigterm", role);

        assertThat(notMet(lines)).containsExactly(new StopsWhenAsked().text());
        assertThat(seen(lines, new StopsWhenAsked())).contains("was killed");
    }

    @Test
    void anEndpointOfAnotherProtocolCannotOpenASession() {
        assertThat(seen(inspect("quic-go", "", Role.CLIENT), new DoesATestCase()))
                .contains("handshake with webtransport-go");
    }

    private List<Inspection.Line> inspect(String image, String fault, Role role) {
        return inspect(new Subject(
                WEBTRANSPORT,
                implementation(PROTOCOL, image, Map.of("FAULT", fault)),
                role,
                implementation(PROTOCOL, "webtransport-go", Map.of()),
                Route.direct()));
    }
}
