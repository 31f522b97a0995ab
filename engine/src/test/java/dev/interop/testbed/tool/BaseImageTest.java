package dev.interop.testbed.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.NoteListener;
import dev.interop.UserError;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.EngineHost;
import dev.interop.testbed.docker.ImageFacts;
import dev.interop.testbed.docker.PullPolicy;
import dev.interop.testbed.image.DockerBuild;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The base of Interop Engine's own images comes from the source that the parameters name. */
@Tag("container")
class BaseImageTest {
    private static final EngineHost HOST = new EngineHost(URI.create("unix:///var/run/docker.sock"), Optional.empty());

    @TempDir
    Path folder;

    private final ToolContexts contexts = ToolContexts.ofLibrary();
    private final Map<String, ImageFacts> present = new HashMap<>();
    private final List<String> pulls = new ArrayList<>();

    @Test
    void anExistingBaseImageIsKept() throws IOException {
        present.put(
                BaseImage.reference(contexts),
                new ImageFacts(
                        "sha256:1",
                        Map.of(DockerBuild.INPUTS_LABEL, contexts.inputs(ToolContexts.BASE)),
                        "linux/amd64"));

        base(Optional.of("registry.example/debian:1"), PullPolicy.MISSING).ready(folder);

        assertThat(pulls).isEmpty();
    }

    @Test
    void aConfiguredBaseThatCannotBePulledIsNamedWithItsParameter() {
        assertThatThrownBy(() -> base(Optional.of("registry.example/debian:1"), PullPolicy.MISSING)
                        .ready(folder))
                .isInstanceOf(UserError.class)
                .hasMessage("interop.build.base: registry.example/debian:1 could not be pulled (no such host); name an"
                        + " image that exists, or leave it out for the default");
        assertThat(pulls).containsExactly("registry.example/debian:1");
    }

    @Test
    void nothingIsPulledWherePullsAreSwitchedOff() {
        assertThatThrownBy(() -> base(Optional.of("registry.example/debian:1"), PullPolicy.NEVER)
                        .ready(folder))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("interop.images.pull is never");
        assertThat(pulls).isEmpty();
    }

    private BaseImage base(Optional<String> base, PullPolicy pull) {
        var options =
                new ToolOptions(Optional.empty(), pull, true, Optional.empty(), base, folder, NoteListener.SILENT);
        return new BaseImage(
                DockerBuild.with(HOST, Optional.empty(), Duration.ofMinutes(1)), new Machine(), contexts, options);
    }

    private final class Machine implements ToolImages.Store {
        @Override
        public Optional<ImageFacts> find(String reference) {
            return Optional.ofNullable(present.get(reference));
        }

        @Override
        public void pull(String reference) {
            pulls.add(reference);
            throw new EngineFailure(EngineFailure.Kind.LOST, "no such host");
        }
    }
}
