package dev.interop.testbed.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.ImageFacts;
import dev.interop.testbed.docker.PullPolicy;
import dev.interop.testbed.image.DockerBuild;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Images are taken as configured, from the machine, from a registry, or built, in this order. */
class ToolImagesTest {
    private static final String OURS = ToolImage.TSHARK.defaultReference();
    private static final String PATTERN = "registry.example/interop-{tool}:1";
    private static final String PULLED = "registry.example/interop-tshark:1";

    private final Map<String, Map<String, String>> present = new HashMap<>();
    private final Set<String> registry = new HashSet<>();
    private final List<String> pulls = new ArrayList<>();
    private final List<String> builds = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final ToolContexts contexts = ToolContexts.ofLibrary();

    @Test
    void anImageOfTheSameInputsIsTakenAsItIs() {
        present.put(OURS, current());

        assertThat(find(OURS, pulledBy(PATTERN))).isEqualTo(OURS);
        assertThat(pulls).isEmpty();
        assertThat(builds).isEmpty();
    }

    @Test
    void anImageOfOtherInputsIsBuiltAgain() {
        present.put(OURS, Map.of(DockerBuild.INPUTS_LABEL, "of another version"));

        assertThat(find(OURS, pulledBy())).isEqualTo(OURS);
        assertThat(builds).containsExactly(OURS);
    }

    @Test
    void anImageOfOtherInputsIsTakenWhereNothingIsToBeBuilt() {
        present.put(OURS, Map.of());

        assertThat(find(OURS, options(Optional.empty(), PullPolicy.MISSING, false)))
                .isEqualTo(OURS);
        assertThat(builds).isEmpty();
    }

    @Test
    void aMissingImageIsPulledIfPossibleBeforeItIsBuilt() {
        registry.add(PULLED);

        assertThat(find(OURS, pulledBy(PATTERN))).isEqualTo(PULLED);
        assertThat(builds).isEmpty();
    }

    @Test
    void aPulledImageIsNotPulledAgain() {
        present.put(PULLED, Map.of());

        assertThat(find(OURS, pulledBy(PATTERN))).isEqualTo(PULLED);
        assertThat(pulls).isEmpty();
    }

    @Test
    void anImageThatCannotBePulledIsBuiltWithANote() {
        assertThat(find(OURS, pulledBy(PATTERN))).isEqualTo(OURS);
        assertThat(builds).containsExactly(OURS);
        assertThat(notes).anyMatch(it -> it.contains(PULLED + " could not be pulled (nobody has it)"));
    }

    @Test
    void nothingIsPulledWherePullsAreSwitchedOff() {
        registry.add(PULLED);

        assertThat(find(OURS, options(Optional.of(PATTERN), PullPolicy.NEVER, true)))
                .isEqualTo(OURS);
        assertThat(pulls).isEmpty();
    }

    @Test
    void aMissingImageThatMustNotBeBuiltIsRefusedWithItsParameter() {
        assertThatThrownBy(() -> find(OURS, options(Optional.empty(), PullPolicy.MISSING, false)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(OURS + " is not on this machine")
                .hasMessageEndingWith("interop.tshark.image");
    }

    @Test
    void aNameToPullWithoutAPlaceForTheToolIsRefused() {
        assertThatThrownBy(() -> find(OURS, pulledBy("registry.example/tshark:1")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("interop.tools.image")
                .hasMessageContaining("{tool}");
    }

    @Test
    void aConfiguredImageOfARegistryIsLeftToThePullPolicy() {
        assertThat(find("example/tshark:5", pulledBy(PATTERN))).isEqualTo("example/tshark:5");
        assertThat(pulls).isEmpty();
        assertThat(builds).isEmpty();
    }

    @Test
    void aConfiguredImageOfThisMachineIsTakenAsItIs() {
        present.put("localhost/mine:1", Map.of());

        assertThat(find("localhost/mine:1", pulledBy())).isEqualTo("localhost/mine:1");
        assertThat(builds).isEmpty();
    }

    @Test
    void aConfiguredImageThatOnlyThisMachineCouldHaveIsBuiltUnderItsName() {
        assertThat(find("localhost/mine:1", pulledBy(PATTERN))).isEqualTo("localhost/mine:1");
        assertThat(builds).containsExactly("localhost/mine:1");
    }

    private String find(String configured, ToolOptions options) {
        return new ToolImages(new Machine(), it -> builds.addAll(it.keySet()), contexts, options)
                .ready(Map.of(ToolImage.TSHARK, configured))
                .get(ToolImage.TSHARK);
    }

    private Map<String, String> current() {
        return Map.of(DockerBuild.INPUTS_LABEL, contexts.inputs(ToolImage.TSHARK.context()));
    }

    private ToolOptions pulledBy(String... pattern) {
        return options(List.of(pattern).stream().findFirst(), PullPolicy.MISSING, true);
    }

    private ToolOptions options(Optional<String> pulled, PullPolicy pull, boolean build) {
        return new ToolOptions(pulled, pull, build, Optional.empty(), Optional.empty(), Path.of("unused"), notes::add);
    }

    private final class Machine implements ToolImages.Store {
        @Override
        public Optional<ImageFacts> find(String reference) {
            return Optional.ofNullable(present.get(reference)).map(it -> new ImageFacts("sha256:1", it, "linux/amd64"));
        }

        @Override
        public void pull(String reference) {
            pulls.add(reference);
            if (!registry.contains(reference)) {
                throw new EngineFailure(EngineFailure.Kind.LOST, "nobody has it");
            }
        }
    }
}
