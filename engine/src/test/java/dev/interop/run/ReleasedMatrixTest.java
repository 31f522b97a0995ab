package dev.interop.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import dev.interop.config.Settings;
import dev.interop.plan.Cell;
import dev.interop.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases of implementations, named {@code NAME@RELEASE}, in plans. */
class ReleasedMatrixTest {
    @TempDir
    Path folder;

    @Test
    void aReleaseIsAClientOfItsOwnBesideItsImplementation() throws IOException {
        var plan = plan(Map.of("interop.clients", "x,x@v1.2"));

        assertThat(plan.cells()).extracting(Cell::id).containsExactly("quic/x_x/handshake", "quic/x_x@v1.2/handshake");
        assertThat(plan.cells().get(1).clientEndpoint().image()).contains("localhost/i/x:v1.2");
        assertThat(plan.cells().get(1).serverEndpoint().image()).contains("localhost/i/x:local");
    }

    @Test
    void releasesOfOneImplementationMeetTheSameNetwork() throws IOException {
        var plan = plan(Map.of("interop.clients", "x,x@v1.2", "interop.servers", "x,x@v1.1", "interop.seed", "5"));

        assertThat(plan.cells())
                .hasSize(4)
                .extracting(Cell::seed)
                .containsOnly(plan.cells().get(0).seed());
    }

    @Test
    void aPlanWithAnotherSeedIsThePlanOfThatSeed() throws IOException {
        var plan = plan(Map.of("interop.clients", "x,x@v1.2", "interop.seed", "5"));
        var other = plan(Map.of("interop.clients", "x,x@v1.2", "interop.seed", "6"));

        assertThat(plan.withSeed(6).seed()).isEqualTo(6);
        assertThat(plan.withSeed(6).cells())
                .isNotEmpty()
                .extracting(Cell::seed)
                .isEqualTo(other.cells().stream().map(Cell::seed).toList())
                .isNotEqualTo(plan.cells().stream().map(Cell::seed).toList());
    }

    @Test
    void aPlanWithAnotherSeedExpectsTheSameOfItsCells() throws IOException {
        Files.writeString(folder.resolve("expectations.yaml"), "known-failing: [{client: x, reason: broken}]");
        var plan = plan(Map.of("interop.clients", "x"));

        assertThat(plan.expectations().isEmpty()).isFalse();
        assertThat(plan.withSeed(6).expectations()).isSameAs(plan.expectations());
    }

    @Test
    void aReleaseInThePlaceOfItsImplementationIsSelectedByBothNames() throws IOException {
        assertThat(plan(Map.of("interop.replace", "x=x@v1.2")).cells())
                .extracting(Cell::id)
                .containsExactly("quic/x@v1.2_x@v1.2/handshake");
        assertThat(plan(Map.of("interop.replace", "x=x@v1.2", "interop.clients", "x", "interop.servers", "x@v1.2"))
                        .cells())
                .extracting(Cell::id)
                .containsExactly("quic/x@v1.2_x@v1.2/handshake");
    }

    @Test
    void anImageReplacesThatOfARelease() throws IOException {
        var plan = plan(Map.of("interop.clients", "x@v1.2", "interop.replace", "x@v1.2=mine:dev"));

        assertThat(plan.cells()).extracting(Cell::id).containsExactly("quic/x_x@v1.2/handshake");
        assertThat(plan.cells().get(0).clientEndpoint().image()).contains("mine:dev");
    }

    @Test
    void anUnknownImplementationsReleaseIsRefusedWithTheNearestName() {
        assertThatThrownBy(() -> plan(Map.of("interop.clients", "xx@v1.2")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("'xx@v1.2': no such client");
    }

    private Plan plan(Map<String, String> given) throws IOException {
        var file = Files.writeString(folder.resolve("registry.json"), """
                {"version": "2.0", "implementations": {"x": {"quic":
                  {"roles": ["client", "server"], "image": "localhost/i/x:local", "build": "x"}}}}""");
        var values = new HashMap<>(given);
        values.put("interop.registry", file.toString());
        values.put("interop.tests", "handshake");
        return Matrix.read(Settings.read(parameter -> Optional.ofNullable(values.get(parameter.key()))))
                .plan();
    }
}
