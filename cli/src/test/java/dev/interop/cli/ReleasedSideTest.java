package dev.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import dev.interop.cli.ReleasedSide.Side;
import dev.interop.cli.build.Builds;
import dev.interop.cli.release.PackageIndex;
import dev.interop.config.Settings;
import dev.interop.plan.Cell;
import dev.interop.plan.Plan;
import dev.interop.run.Matrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasedSideTest {
    @TempDir
    Path folder;

    private Path registry;

    @BeforeEach
    void makeARegistryWithTwoBuilds() throws IOException {
        registry = Files.writeString(folder.resolve("registry.json"), """
                {"version": "2.0", "implementations": {
                  "x": {"quic": {"roles": ["client"], "image": "localhost/i/x:local", "build": "x"}},
                  "y": {"quic": {"roles": ["server"], "image": "localhost/i/y:local", "build": "y"}},
                  "plain": {"selected": false,
                    "quic": {"roles": ["client"], "image": "localhost/i/plain:local"}}}}""");
        build(
                "x",
                "\"registry\": \"debian\", \"package\": \"x\", \"names\": [\"v1\", \"v2\", \"v3-rc1\", \"v3\", \"both\"]");
        build("y", "\"registry\": \"debian\", \"package\": \"y\", \"names\": [\"bookworm\", \"sid\", \"both\"]");
    }

    private void build(String name, String versions) throws IOException {
        var build = Files.createDirectories(folder.resolve("builds").resolve(name));
        Files.writeString(build.resolve("Dockerfile"), "FROM scratch\n");
        Files.writeString(build.resolve("config.json"), """
                {"name": "%1$s", "versions": {%2$s}, "targets": {"main":
                  {"dockerfile": "Dockerfile", "image_name": "localhost/i/%1$s:local"}}}""".formatted(name, versions));
    }

    @Test
    void theSideIsTheOneThatHasBothReleases() {
        assertThat(found("v1", "v3").side()).isEqualTo(Side.client);
        assertThat(found("v1", "v3").between("v3", "v1").releases()).containsExactly("v1", "v2", "v3");
        assertThat(found("bookworm", "sid").side()).isEqualTo(Side.server);
    }

    @Test
    void aReleaseOfNeitherSideIsRefusedWithThoseOfTheClient() {
        assertThatThrownBy(() -> found("v1", "v9"))
                .isInstanceOf(UserError.class)
                .hasMessage("'x@v9': x has no such release; nearest: v3, both");
    }

    @Test
    void theUsersSideIsTheOnlyOne() {
        assertThatThrownBy(() -> found(Optional.of(Side.server), "v1", "v3")).hasMessageContaining("'y@v1': y has no");
    }

    @Test
    void anImplementationWithoutReleasesIsRefused() {
        var cell = ReleasedSide.onlyCell(plan(Map.of("interop.clients", "plain")));

        assertThatThrownBy(() -> ReleasedSide.find(cell, Optional.of(Side.client), "v1", "v2", builds(), index()))
                .hasMessage("client 'plain': it has no build with other releases ('versions' in its config.json)");
    }

    @Test
    void theSameReleaseTwiceIsRefused() {
        assertThatThrownBy(() -> found("v1", "v1").between("v1", "v1"))
                .hasMessage("--good and --bad both say 'v1'; name two releases");
    }

    @Test
    void severalCellsAreRefused() {
        assertThatThrownBy(() -> ReleasedSide.onlyCell(plan(Map.of("interop.tests", "handshake,transfer"))))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "bisect compares one cell, but 2 are selected; name one client, one server and one test case");
    }

    @Test
    void onlyANetworkThatDropsOrAltersAtRandomNeedsSeveralRuns() {
        assertThat(ReleasedSide.isRandom(cell("transfer"))).isFalse();
        assertThat(ReleasedSide.isRandom(cell("transferloss"))).isTrue();
        assertThat(ReleasedSide.isRandom(cell("handshakecorruption"))).isTrue();
    }

    @Test
    void theCellIsPlannedWithTheReleaseAndSeedOfTheRun() {
        var settings = settings(Map.of());

        var plan = Matrix.read(found("bookworm", "sid").with(settings, "bookworm", 7))
                .plan();

        assertThat(plan.seed()).isEqualTo(7);
        assertThat(plan.cells()).extracting(Cell::id).containsExactly("quic/y@bookworm_x/handshake");
    }

    private ReleasedSide found(String one, String other) {
        return found(Optional.empty(), one, other);
    }

    private ReleasedSide found(Optional<Side> side, String one, String other) {
        return ReleasedSide.find(cell("handshake"), side, one, other, builds(), index());
    }

    private Builds builds() {
        return Builds.below(List.of(folder.resolve("builds")));
    }

    /** Nothing is asked: the builds name their releases. */
    private static PackageIndex index() {
        return new PackageIndex((registry, name) -> List.of());
    }

    private Cell cell(String test) {
        return ReleasedSide.onlyCell(plan(Map.of("interop.tests", test)));
    }

    private Plan plan(Map<String, String> further) {
        return Matrix.read(settings(further)).plan();
    }

    private Settings settings(Map<String, String> further) {
        var values = new HashMap<>(Map.of("interop.registry", registry.toString(), "interop.tests", "handshake"));
        values.putAll(further);
        return Settings.read(parameter -> Optional.ofNullable(values.get(parameter.key())));
    }
}
