package dev.interop.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.registry.Implementation;
import dev.interop.testing.Implementations;
import dev.interop.testing.RunBuilder;
import dev.interop.testing.SimpleProtocol;
import dev.interop.testing.SimpleTestCase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AxesTest {
    private static final SimpleTestCase H = new SimpleTestCase("H", "handshake");
    private static final SimpleTestCase R = new SimpleTestCase("R", "retry");

    @Test
    void reducedAxesHaveOnlyWhatIsWantedInTheSameOrder() {
        var axes = new Axes(new SimpleProtocol(List.of(H, R)), named("c", "a", "b"), named("x", "y"), List.of(H, R));

        var reduced = axes.only(
                it -> !it.name().equals("a"),
                it -> it.name().equals("y"),
                it -> it.name().equals("retry"));

        assertThat(reduced).isEqualTo(new Axes(axes.protocol(), named("c", "b"), named("y"), List.of(R)));
    }

    @Test
    void aResultHasTheAxesOfItsPlan() {
        var run = RunBuilder.run("a", "b", H, R).build();

        assertThat(new Axes(run.protocol(), run.clients(), run.servers(), run.tests()))
                .isEqualTo(run.axes());
    }

    private static List<Implementation> named(String... names) {
        return Stream.of(names).map(Implementations::named).toList();
    }
}
