package dev.interop.testbed.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.registry.Endpoint;
import dev.interop.testbed.concurrent.SimulatedTime;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.FakeContainerBackend;
import dev.interop.testbed.docker.ImageFinder;
import dev.interop.testbed.docker.PullPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EndpointImageTest {
    private static final String IMAGE = "localhost/interop/x:v1.2";

    private final FakeContainerBackend engine = new FakeContainerBackend(new SimulatedTime());

    @Test
    void aReleaseThatWasNotBuiltIsNamedWithItsBuild() {
        assertThatThrownBy(() -> find(endpoint(Optional.of(IMAGE), Optional.of("x@v1.2"))))
                .isInstanceOf(EngineFailure.class)
                .hasMessage(
                        "image localhost/interop/x:v1.2 is not on this machine; no registry has this name: build it with"
                                + " ./interop build x@v1.2");
    }

    @Test
    void anImageWithoutABuildIsTheUsersOwn() {
        assertThatThrownBy(() -> find(endpoint(Optional.of(IMAGE), Optional.empty())))
                .hasMessageEndingWith("no registry has this name: build the image under it, or name another one");
    }

    @Test
    void anEndpointWithoutAnImageHasNone() {
        assertThatThrownBy(() -> find(endpoint(Optional.empty(), Optional.empty())))
                .hasMessage("it has no image in the registry");
    }

    private void find(Endpoint endpoint) {
        assertThat(EndpointImage.find(new ImageFinder(engine, PullPolicy.MISSING), endpoint))
                .isNotNull();
    }

    private static Endpoint endpoint(Optional<String> image, Optional<String> build) {
        return new Endpoint(image, build, Map.of(), Optional.empty(), List.of());
    }
}
