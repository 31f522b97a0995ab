package dev.interop.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.plan.Cell;
import dev.interop.protocol.Protocols;
import dev.interop.protocol.Route;
import dev.interop.protocol.TestCase;
import dev.interop.testbed.lane.Lane;
import dev.interop.testing.Implementations;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CellQueueTest {
    private static final Lane FIRST = new FakeLane(0);
    private static final Lane SECOND = new FakeLane(1);

    /**
     * Cells in the protocol's order. Those of transfer and longrtt wait for the network; those of handshake, retry and
     * zerortt do not.
     */
    private static List<Cell> cells(String... tests) {
        var quic = Protocols.installed().named("quic");
        var one = Implementations.named("quic-go");
        return List.of(tests).stream()
                .map(it -> new Cell(quic, one, one, Route.direct(), test(it), 1))
                .toList();
    }

    private static TestCase test(String name) {
        return Protocols.installed().named("quic").testCases().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String next(CellQueue queue, Lane lane) {
        return queue.next(lane).map(it -> it.test().name()).orElse("nothing");
    }

    @Test
    void oneLaneKeepsThePlansOrder() {
        var queue = new CellQueue(cells("handshake", "transfer", "retry", "longrtt"), 1);

        assertThat(List.of(next(queue, FIRST), next(queue, FIRST), next(queue, FIRST), next(queue, FIRST)))
                .containsExactly("handshake", "transfer", "retry", "longrtt");
        assertThat(next(queue, FIRST)).isEqualTo("nothing");
    }

    @Test
    void aWaitingCellRunsNextToABusyOne() {
        var queue = new CellQueue(cells("handshake", "transfer", "longrtt", "retry", "zerortt"), 2);

        assertThat(next(queue, FIRST)).isEqualTo("transfer");
        assertThat(next(queue, SECOND)).isEqualTo("handshake");
        assertThat(next(queue, SECOND)).isEqualTo("retry");
        assertThat(next(queue, FIRST)).isEqualTo("longrtt");
        assertThat(next(queue, FIRST)).isEqualTo("zerortt");
        assertThat(next(queue, SECOND)).isEqualTo("nothing");
    }

    @Test
    void cellsOfOneKindRunInAllLanesWhenNoOthersAreLeft() {
        var queue = new CellQueue(cells("transfer", "longrtt"), 2);

        assertThat(next(queue, FIRST)).isEqualTo("transfer");
        assertThat(next(queue, SECOND)).isEqualTo("longrtt");
    }

    @Property(tries = 200)
    void eachCellIsHandedOutOnce(@ForAll List<Boolean> waiting, @ForAll @IntRange(min = 1, max = 5) int lanes) {
        var all = cells(waiting.stream().map(it -> it ? "transfer" : "retry").toArray(String[]::new));
        var places = IntStream.range(0, lanes).<Lane>mapToObj(FakeLane::new).toList();
        var queue = new CellQueue(all, lanes);
        var handed = new ArrayList<Cell>();
        var turn = 0;

        for (var next = queue.next(places.get(0)); next.isPresent(); next = queue.next(places.get(turn % lanes))) {
            handed.add(next.get());
            turn++;
        }

        assertThat(handed).containsExactlyInAnyOrderElementsOf(all);
    }
}
