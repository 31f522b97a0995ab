package dev.interop.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.protocol.Protocols;
import dev.interop.protocol.RouteFilter;
import dev.interop.registry.Implementation;
import dev.interop.registry.Registry;
import dev.interop.registry.Role;
import dev.interop.testing.Implementations;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The choice of peers to check an implementation with. */
class PeersTest {
    private final List<Implementation> known =
            Stream.of("checked", "a", "b", "c").map(Implementations::named).toList();
    private final List<Subject> fitting = new Peers(
                    new Registry(known, Optional.empty(), List.of()),
                    Protocols.installed().named("quic"),
                    RouteFilter.all())
            .of(known.get(0), Role.CLIENT);

    @Test
    void fittingPeersComeInTheRegistrysOrderAndTheImplementationItselfLast() {
        assertThat(fitting).extracting(it -> it.peer().name()).containsExactly("a", "b", "c", "checked");
    }

    @Test
    void thePeersWhoseImagesExistAreChosen() {
        assertThat(ready(Set.of("example/b:1", "example/c:1", "example/checked:1"), Set.of()))
                .containsExactly("b", "c", "checked");
        assertThat(ready(Set.of("example/checked:1"), Set.of())).containsExactly("checked");
    }

    @Test
    void withoutImagesTheFirstPeerWithoutALongBuildIsChosen() {
        assertThat(ready(Set.of(), Set.of("example/a:1"))).containsExactly("b");
        assertThat(ready(Set.of(), Set.of())).containsExactly("a");
    }

    @Test
    void withoutImagesTheFirstPeerIsChosenIfAllNeedLongBuilds() {
        assertThat(ready(Set.of(), Set.of("example/a:1", "example/b:1", "example/c:1", "example/checked:1")))
                .containsExactly("a");
    }

    private Stream<String> ready(Set<String> here, Set<String> slow) {
        return Peers.ready(fitting, here::contains, slow::contains).stream()
                .map(it -> it.peer().name());
    }
}
