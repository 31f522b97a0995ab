package dev.interop.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.protocol.Route;
import dev.interop.testing.Implementations;
import dev.interop.testing.SimpleProtocol;
import dev.interop.testing.SimpleTestCase;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
    @ParameterizedTest
    @CsvSource({"9, 40, 9", "9, 9, 9", "9, 2, 2", "1, 40, 1", "0, 40, 1"})
    void aPlanHasNoMoreLanesThanCells(int cells, int wanted, int lanes) {
        assertThat(plan(cells).lanes(wanted)).isEqualTo(lanes);
    }

    private static Plan plan(int size) {
        var test = new SimpleTestCase("H", "handshake");
        var protocol = new SimpleProtocol(List.of(test));
        var server = Implementations.named("server");
        var clients = IntStream.range(0, size)
                .mapToObj(it -> Implementations.named("client" + it))
                .toList();
        var cells = clients.stream()
                .map(it -> new Cell(protocol, it, server, Route.direct(), test, 1))
                .toList();
        return new Plan(
                new Axes(protocol, clients, List.of(server), List.of(test)),
                cells,
                List.of(),
                List.of(),
                Optional.empty(),
                1);
    }
}
