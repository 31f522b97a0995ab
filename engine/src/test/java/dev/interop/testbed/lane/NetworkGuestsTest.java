package dev.interop.testbed.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.testbed.cleanup.Owner;
import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.ContainerFacts;
import dev.interop.testbed.docker.EngineFailure;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkGuestsTest {
    private static final Owner OWNER = Owner.current("session");
    private static final LaneNetwork NETWORK = LaneNetworks.left(0, "network", "left");

    private final Map<String, String> attached =
            new LinkedHashMap<>(Map.of("1", "proxy", "2", "leaving", "3", "generator", "4", "client"));

    @Test
    void aGuestThatGoesAwayMeanwhileKeepsNoOtherAttached() {
        var guests = guests(id -> {
            if (id.equals("2")) {
                attached.remove(id);
                throw new EngineFailure(EngineFailure.Kind.NOT_FOUND, "no such container");
            }
        });

        assertThat(guests.disconnect(NETWORK)).containsExactlyInAnyOrder("proxy", "generator");
        assertThat(attached).containsOnlyKeys("4");
    }

    @Test
    void aGuestThatCannotBeDisconnectedIsAFailureOnceTheOthersAre() {
        var refused = new EngineFailure(EngineFailure.Kind.REFUSED, "no");
        var guests = guests(id -> {
            if (id.equals("2")) {
                throw refused;
            }
        });

        assertThatThrownBy(() -> guests.disconnect(NETWORK)).isSameAs(refused);
        assertThat(attached).containsOnlyKeys("2", "4");
    }

    private interface Disconnection {
        void of(String container);
    }

    private NetworkGuests guests(Disconnection disconnection) {
        var engine = (ContainerBackend) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ContainerBackend.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "containers":
                            return List.of(new ContainerFacts("4", "four", OWNER.labels()));
                        case "containersIn":
                            return Map.copyOf(attached);
                        case "disconnect":
                            disconnection.of((String) arguments[1]);
                            attached.remove((String) arguments[1]);
                            return null;
                        default:
                            throw new UnsupportedOperationException(method.getName());
                    }
                });
        return new NetworkGuests(engine, OWNER);
    }
}
