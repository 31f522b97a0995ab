package dev.interop.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.cli.build.ImageBuild.Effort;
import dev.interop.plan.Axes;
import dev.interop.plan.Cell;
import dev.interop.plan.Plan;
import dev.interop.protocol.Route;
import dev.interop.registry.Implementation;
import dev.interop.testing.Implementations;
import dev.interop.testing.SimpleProtocol;
import dev.interop.testing.SimpleTestCase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LongBuildsTest {
    private static final Implementation QUICK = Implementations.named("quick");
    private static final Implementation SLOW = Implementations.named("slow");

    @Test
    void theHintForARunNamesThePartThatNeedsNoLongBuild() {
        assertThat(new LongBuilds(List.of(pending("slow"))).hint(plan(QUICK, SLOW)))
                .hasValue("slow: compiled now, which takes many minutes, once; without them at once:"
                        + " ./interop run --protocol quic --clients quick --servers quick");
    }

    @Test
    void theHintForARunThatNeedsOnlyLongBuildsSaysThatItTakesLong() {
        assertThat(new LongBuilds(List.of(pending("slow"))).hint(plan(SLOW)))
                .hasValue("slow: compiled now, which takes many minutes, once");
    }

    @Test
    void existingImagesGiveNoHint() {
        assertThat(new LongBuilds(List.of()).hint(plan(QUICK, SLOW))).isEmpty();
        assertThat(new LongBuilds(List.of()).leftOut()).isEmpty();
    }

    @Test
    void theHintForLeftOutBuildsNamesTheCommandThatBuildsThem() {
        assertThat(new LongBuilds(List.of(pending("slow"), pending("slow"), pending("slower"))).leftOut())
                .hasValue("left out, as they take long the first time: slow, slower; ./interop build slow slower");
    }

    private static ImageBuild pending(String name) {
        var image = Implementations.named(name)
                .roles()
                .values()
                .iterator()
                .next()
                .image()
                .orElseThrow();
        var recipe = new ImageBuild.Dockerfile(Path.of("Dockerfile"), Path.of("."), Map.of());
        return new ImageBuild(name, "main", image, Path.of(name), recipe, Effort.LONG);
    }

    private static Plan plan(Implementation... all) {
        var protocol = new SimpleProtocol(List.of(new SimpleTestCase("H", "handshake")));
        var test = protocol.testCases().get(0);
        var cells = Stream.of(all)
                .flatMap(client ->
                        Stream.of(all).map(server -> new Cell(protocol, client, server, Route.direct(), test, 1)))
                .toList();
        return new Plan(
                new Axes(protocol, List.of(all), List.of(all), protocol.testCases()),
                cells,
                List.of(),
                List.of(),
                Optional.empty(),
                1);
    }
}
