package dev.interop.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.ProtocolVersion;
import dev.interop.moqt.MoqtProtocol;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.Protocols;
import dev.interop.protocol.RouteFilter;
import dev.interop.registry.ContractMapping;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Implementation;
import dev.interop.registry.Registry;
import dev.interop.registry.Role;
import dev.interop.testing.Implementations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The choice of further transports and drafts that an image is checked in. */
class VariantsTest {
    private static final Protocol MOQT = Protocols.installed().named("moqt");
    private static final Implementation RELAY = of("relay", MoqtProtocol.RELAY, Optional.empty(), Set.of(), "draft-18");

    private Set<String> missing = Set.of();

    @Test
    void anEntryWithoutTransportsIsCheckedOverEachTransport() {
        var variants = besides(client(Set.of(), "draft-18"), RouteFilter.all());

        assertThat(variants).extracting(Variant::name).containsExactly("over webtransport");
        assertThat(variants.get(0).candidates())
                .extracting(it -> it.route().transport())
                .containsExactly(Optional.of("webtransport"));
        assertThat(variants.get(0).change()).contains("\"transports\": [\"quic\"]", "--transport quic");
    }

    @Test
    void anEntryWithOneTransportIsCheckedOverNoOther() {
        assertThat(besides(client(Set.of("quic"), "draft-18"), RouteFilter.all()))
                .isEmpty();
    }

    @Test
    void aRelayWhoseUrlNamesATransportIsCheckedOverNoOther() {
        var relay = of("checked", MoqtProtocol.RELAY, Optional.of("moqt://relay:4443"), Set.of(), "draft-18");
        var client = of("client", Role.CLIENT, Optional.empty(), Set.of(), "draft-18");

        assertThat(besides(relay, MoqtProtocol.RELAY, client, RouteFilter.all()))
                .isEmpty();
    }

    @Test
    void aChosenTransportOrDraftIsCheckedAlone() {
        var chosen = new RouteFilter(
                Optional.of(ProtocolVersion.of("draft-18")),
                Optional.empty(),
                Set.of(),
                Set.of("webtransport"),
                Set.of());

        assertThat(besides(client(Set.of(), "draft-18", "draft-16"), chosen)).isEmpty();
    }

    @Test
    void aDraftThatNoPeerSpeaksCannotBeChecked() {
        assertThat(besides(client(Set.of("quic"), "draft-18", "draft-16"), RouteFilter.all()))
                .singleElement()
                .satisfies(it -> assertThat(it.name()).isEqualTo("in draft-16"))
                .satisfies(it -> assertThat(it.candidates()).isEmpty())
                .satisfies(it -> assertThat(it.obstacle()).contains("relay: ", "do not both speak draft-16"));
    }

    @Test
    void noImageIsBuiltForAVariant() {
        missing = Set.of("example/relay:1");

        assertThat(besides(client(Set.of(), "draft-18"), RouteFilter.all()))
                .singleElement()
                .satisfies(it -> assertThat(it.candidates()).isEmpty())
                .satisfies(it -> assertThat(it.obstacle()).isEqualTo("image example/relay:1 is not on this machine"));
    }

    private List<Variant> besides(Implementation client, RouteFilter filter) {
        return besides(client, Role.CLIENT, RELAY, filter);
    }

    private List<Variant> besides(Implementation checked, Role role, Implementation peer, RouteFilter filter) {
        var registry = new Registry(List.of(checked, peer), Optional.empty(), List.of());
        var first = new Peers(registry, MOQT, filter).of(checked, role).get(0);
        return new Variants(registry, MOQT, filter, Optional.empty(), image -> !missing.contains(image)).besides(first);
    }

    private static Implementation client(Set<String> transports, String... drafts) {
        return of("checked", Role.CLIENT, Optional.empty(), transports, drafts);
    }

    private static Implementation of(
            String name, Role role, Optional<String> url, Set<String> transports, String... drafts) {
        var endpoint = new Endpoint(
                Optional.of("example/" + name + ":1"),
                Optional.empty(),
                Map.of(),
                url,
                List.of(),
                List.of(),
                transports,
                ContractMapping.NONE,
                Map.of());
        return Implementations.of("moqt", name, Map.of(role, endpoint), drafts);
    }
}
