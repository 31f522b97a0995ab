package dev.interop.moqt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.ProtocolVersion;
import dev.interop.UserError;
import dev.interop.protocol.Route;
import dev.interop.protocol.RouteFilter;
import dev.interop.protocol.RouteFilter.Place;
import dev.interop.protocol.Routes;
import dev.interop.protocol.Routes.Cause;
import dev.interop.registry.ContractMapping;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Implementation;
import dev.interop.registry.RemoteEndpoint;
import dev.interop.registry.Role;
import dev.interop.testing.Implementations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MoqtRoutesTest {
    private static final Optional<ProtocolVersion> TARGET = Optional.of(ProtocolVersion.of("draft-18"));
    private static final RouteFilter ALL = new RouteFilter(Optional.empty(), TARGET, Set.of(), Set.of(), Set.of());

    private static Implementation implementation(String name, Role role, Endpoint endpoint, String... drafts) {
        return Implementations.of("moqt", name, Map.of(role, endpoint), drafts);
    }

    private static Implementation client(String... drafts) {
        return implementation("client", Role.CLIENT, Endpoint.ofImage("client:1"), drafts);
    }

    private static Implementation relay(Optional<String> url, List<RemoteEndpoint> remotes, String... drafts) {
        return implementation(
                "relay",
                MoqtProtocol.RELAY,
                new Endpoint(Optional.of("relay:1"), Optional.empty(), Map.of(), url, remotes),
                drafts);
    }

    private static Endpoint withoutImage(Map<ProtocolVersion, Endpoint> drafts) {
        return new Endpoint(
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Set.of(),
                ContractMapping.NONE,
                drafts);
    }

    private static RemoteEndpoint remote(String transport, String status) {
        return new RemoteEndpoint("https://relay.example", transport, status, Optional.empty(), false, "");
    }

    private static List<String> open(Routes routes) {
        return routes.open().stream().map(Route::label).toList();
    }

    @Test
    void aRelayInAContainerIsReachedOverBothTransportsInTheNewestSharedDraft() {
        var routes = MoqtRoutes.between(
                client("draft-14", "draft-18", "draft-16"),
                relay(Optional.empty(), List.of(), "draft-16", "draft-18", "draft-20"),
                ALL);

        assertThat(open(routes)).containsExactly("quic", "webtransport");
        assertThat(routes.open()).allSatisfy(it -> {
            assertThat(it.version()).contains(ProtocolVersion.of("draft-18"));
            assertThat(it.versionRelation()).contains("at");
        });
    }

    @Test
    void theSchemeOfARelaysUrlDecidesTheTransport() {
        var overQuic = relay(Optional.of("moqt://relay:4443"), List.of(), "draft-18");
        var overWebTransport = relay(Optional.of("https://relay:4443/moq"), List.of(), "draft-18");

        assertThat(open(MoqtRoutes.between(client("draft-18"), overQuic, ALL))).containsExactly("quic");
        assertThat(open(MoqtRoutes.between(client("draft-18"), overWebTransport, ALL)))
                .containsExactly("webtransport");
    }

    @Test
    void eachRemoteEndpointIsARouteUnlessItIsInactive() {
        var relay = relay(
                Optional.of("moqt://relay:4443"),
                List.of(
                        remote("quic", "active"),
                        remote("quic", "untested"),
                        remote("webtransport", "inactive"),
                        new RemoteEndpoint(
                                "moqt://old",
                                "quic",
                                "active",
                                Optional.of(ProtocolVersion.of("draft-14")),
                                false,
                                "")),
                "draft-18");

        var routes = MoqtRoutes.between(client("draft-18", "draft-14"), relay, ALL);

        assertThat(open(routes)).containsExactly("quic", "remote-quic", "remote-quic-2", "remote-quic-3");
        assertThat(routes.open().get(3).versionRelation()).contains("behind");
        assertThat(routes.closed())
                .singleElement()
                .satisfies(it -> assertThat(it.cause()).isEqualTo(Cause.INACTIVE));
    }

    @Test
    void aRouteIsClosedIfClientAndRelayShareNoDraft() {
        var routes = MoqtRoutes.between(
                client("draft-14"), relay(Optional.of("moqt://relay:4443"), List.of(), "draft-16", "draft-18"), ALL);

        assertThat(routes.open()).isEmpty();
        assertThat(routes.closed()).singleElement().satisfies(it -> {
            assertThat(it.cause()).isEqualTo(Cause.NO_COMMON_VERSION);
            assertThat(it.text())
                    .isEqualTo("no common version: client speaks draft-14, relay speaks draft-16, draft-18");
        });
    }

    @Test
    void eachTransportUsesTheNewestDraftThatBothSpeakOverIt() {
        var old = Endpoint.ofImage("client-16:1");
        var client = implementation(
                "client",
                Role.CLIENT,
                new Endpoint(
                        Optional.of("client-18:1"),
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        List.of(),
                        List.of(ProtocolVersion.of("draft-18"), ProtocolVersion.of("draft-16")),
                        Set.of("quic"),
                        ContractMapping.NONE,
                        Map.of(ProtocolVersion.of("draft-16"), old)));

        var routes = MoqtRoutes.between(client, relay(Optional.empty(), List.of(), "draft-16", "draft-18"), ALL);

        assertThat(routes.open())
                .extracting(it -> it.label() + " " + it.version().orElseThrow())
                .containsExactly("quic draft-18", "webtransport draft-16");
    }

    @Test
    void aRouteIsClosedIfTheClientDoesNotSpeakItsTransport() {
        var client = implementation(
                "client",
                Role.CLIENT,
                new Endpoint(
                        Optional.of("client:1"),
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Set.of("quic"),
                        ContractMapping.NONE,
                        Map.of()),
                "draft-18");

        var routes = MoqtRoutes.between(client, relay(Optional.empty(), List.of(), "draft-18"), ALL);

        assertThat(open(routes)).containsExactly("quic");
        assertThat(routes.closed()).singleElement().satisfies(it -> {
            assertThat(it.cause()).isEqualTo(Cause.NO_COMMON_TRANSPORT);
            assertThat(it.text())
                    .isEqualTo("no common transport: client does not speak webtransport in a draft of relay");
        });
    }

    @Test
    void aRelayWithoutImageAndRemoteEndpointHasOneClosedRoute() {
        var relay = implementation("relay", MoqtProtocol.RELAY, withoutImage(Map.of()), "draft-18");

        var routes = MoqtRoutes.between(client("draft-18"), relay, ALL);

        assertThat(routes.open()).isEmpty();
        assertThat(routes.closed()).singleElement().satisfies(it -> {
            assertThat(it.cause()).isEqualTo(Cause.NOT_THERE);
            assertThat(it.text()).isEqualTo("the registry names no image and no remote endpoint of relay");
        });
    }

    @Test
    void aClientWithoutAnImageClosesEveryRouteIncludingRemoteOnes() {
        var client = implementation("client", Role.CLIENT, withoutImage(Map.of()), "draft-18");
        var relay = relay(Optional.of("moqt://relay:4443"), List.of(remote("quic", "active")), "draft-18");

        var routes = MoqtRoutes.between(client, relay, ALL);

        assertThat(routes.open()).isEmpty();
        assertThat(routes.closed())
                .extracting(it -> it.route().label() + ": " + it.text())
                .containsExactly(
                        "quic: the registry names no image of client",
                        "remote-quic: the registry names no image of client");
    }

    @Test
    void aMissingImageForTheDraftOfThePairClosesTheRoute() {
        var old = withoutImage(Map.of(ProtocolVersion.of("draft-16"), Endpoint.ofImage("old:1")));
        var relay = implementation("relay", MoqtProtocol.RELAY, old, "draft-16", "draft-18");
        var client = implementation("client", Role.CLIENT, old, "draft-16", "draft-18");

        assertThat(MoqtRoutes.between(client("draft-18"), relay, ALL).closed())
                .extracting(Routes.Closed::text)
                .containsOnly("the registry names no image of relay in draft-18");
        assertThat(MoqtRoutes.between(client, relay(Optional.empty(), List.of(), "draft-18"), ALL)
                        .closed())
                .extracting(Routes.Closed::text)
                .containsOnly("the registry names no image of client in draft-18");
        assertThat(open(MoqtRoutes.between(client("draft-16"), relay, ALL))).containsExactly("quic", "webtransport");
    }

    @Test
    void aFilterClosesRoutesWithAReason() {
        var relay = relay(Optional.empty(), List.of(remote("quic", "active")), "draft-20");

        var remoteOnly = new RouteFilter(Optional.empty(), TARGET, Set.of(), Set.of(), Set.of(Place.REMOTE));
        assertThat(open(MoqtRoutes.between(client("draft-20"), relay, remoteOnly)))
                .containsExactly("remote-quic");
        var quicOnly = new RouteFilter(Optional.empty(), TARGET, Set.of(), Set.of("quic"), Set.of());
        assertThat(open(MoqtRoutes.between(client("draft-20"), relay, quicOnly)))
                .containsExactly("quic", "remote-quic");
        var atOnly = new RouteFilter(Optional.empty(), TARGET, Set.of("at"), Set.of(), Set.of());
        assertThat(MoqtRoutes.between(client("draft-20"), relay, atOnly).closed())
                .extracting(Routes.Closed::text)
                .containsOnly("left out by a filter: draft-20 is ahead of the target");
    }

    @Test
    void aDraftInTheFilterReplacesTheNewestSharedDraft() {
        var relay = relay(Optional.of("moqt://relay:4443"), List.of(), "draft-14", "draft-16", "draft-18");
        var filter = new RouteFilter(Optional.of(ProtocolVersion.of("draft-16")), TARGET, Set.of(), Set.of(), Set.of());

        assertThat(MoqtRoutes.between(client("draft-18", "draft-16"), relay, filter)
                        .open())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.version()).hasValue(ProtocolVersion.of("draft-16"));
                    assertThat(it.versionRelation()).hasValue("behind");
                });
        assertThat(MoqtRoutes.between(client("draft-18"), relay, filter).closed())
                .extracting(Routes.Closed::text)
                .containsExactly("left out by a filter: the two do not both speak draft-16");
    }

    @Test
    void withoutATargetThereIsNoVersionRelation() {
        var relay = relay(Optional.of("moqt://relay:4443"), List.of(), "draft-18");

        assertThat(MoqtRoutes.between(client("draft-18"), relay, RouteFilter.all())
                        .open())
                .singleElement()
                .satisfies(it -> assertThat(it.versionRelation()).isEmpty());
    }

    @Test
    void withoutATargetAFilterOnVersionRelationsSaysThatNoTargetIsKnown() {
        var relay = relay(Optional.of("moqt://relay:4443"), List.of(), "draft-18");
        var atOnly = new RouteFilter(Optional.empty(), Optional.empty(), Set.of("at"), Set.of(), Set.of());

        assertThat(MoqtRoutes.between(client("draft-18"), relay, atOnly).closed())
                .extracting(Routes.Closed::text)
                .containsExactly("left out by a filter: the registry names no current_target to compare draft-18 with;"
                        + " name one with --target");
    }

    @Test
    void aTargetThatIsNotADraftIsRefused() {
        var filter =
                new RouteFilter(Optional.empty(), Optional.of(ProtocolVersion.of("18")), Set.of(), Set.of(), Set.of());

        assertThatThrownBy(() ->
                        MoqtRoutes.between(client("draft-18"), relay(Optional.empty(), List.of(), "draft-18"), filter))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("draft-18");
    }

    @Property(tries = 300)
    void theNewestSharedDraftIsSharedAndNoSharedDraftIsNewer(
            @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 12) Integer> some,
            @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 12) Integer> others) {
        var ours = some.stream().map(it -> ProtocolVersion.of("draft-" + it)).toList();
        var theirs =
                others.stream().map(it -> ProtocolVersion.of("draft-" + it)).toList();

        var newest = ProtocolVersion.newestShared(ours, theirs);

        assertThat(newest.map(it -> it.draftNumber().orElseThrow()))
                .isEqualTo(some.stream().filter(others::contains).max(Integer::compare));
    }
}
