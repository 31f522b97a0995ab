package dev.interop.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import dev.interop.protocol.Route;
import dev.interop.protocol.TestCase;
import dev.interop.quic.QuicProtocol;
import dev.interop.registry.Implementation;
import dev.interop.testing.Implementations;
import dev.interop.testing.SimpleProtocol;
import dev.interop.testing.SimpleTestCase;
import dev.interop.verdict.Reason;
import dev.interop.verdict.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ShardTest {
    @Property(tries = 200)
    void theShardsOfAPlanPartitionIt(
            @ForAll @IntRange(min = 1, max = 9) int clients,
            @ForAll @IntRange(min = 1, max = 9) int servers,
            @ForAll @IntRange(min = 1, max = 12) int shards) {
        var plan = plan(clients, servers);
        var parts = Math.min(shards, clients * servers);
        var ids = new ArrayList<String>();
        for (var number = 1; number <= parts; number++) {
            var part = new Shard(number, parts).of(plan);
            assertThat(part.cells().size()).isBetween(clients * servers / parts, clients * servers / parts + 1);
            part.cells().forEach(it -> ids.add(it.id()));
        }
        assertThat(ids)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        plan.cells().stream().map(Cell::id).toList());
    }

    @Property(tries = 200)
    void noShardIsLongerThanAnotherByMoreThanTheLongestCell(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 24) Integer> tests,
            @ForAll @IntRange(min = 1, max = 6) int shards) {
        var plan = planOf(tests);
        var parts = Math.min(shards, tests.size());
        var loads = IntStream.rangeClosed(1, parts)
                .mapToLong(it -> new Shard(it, parts)
                        .of(plan).cells().stream()
                                .mapToLong(BalancedParts::weight)
                                .sum())
                .summaryStatistics();

        var longest = plan.cells().stream().mapToLong(BalancedParts::weight).max();
        assertThat(loads.getMax() - loads.getMin()).isLessThanOrEqualTo(longest.orElseThrow());
    }

    @Property(tries = 100)
    void noShardIsEmptyWhileThereAreCellsForIt(
            @ForAll @IntRange(max = 9) int running,
            @ForAll @IntRange(max = 9) int skipped,
            @ForAll @IntRange(min = 1, max = 9) int shards) {
        Assume.that(running + skipped >= shards);
        var whole = plan(running + skipped, 1);
        var apart = whole.cells().subList(running, running + skipped).stream()
                .map(it -> new Skipped(it, new Reason(ReasonCode.CANCELLED, "not now")))
                .toList();
        var plan = new Plan(whole.axes(), whole.cells().subList(0, running), apart, List.of(), Optional.empty(), 1);

        assertThat(IntStream.rangeClosed(1, shards)
                        .mapToObj(it -> new Shard(it, shards)
                                .of(plan)
                                .all()
                                .map(Cell::id)
                                .toList()))
                .allSatisfy(it -> assertThat(it).isNotEmpty())
                .flatMap(it -> it)
                .containsExactlyInAnyOrderElementsOf(plan.all().map(Cell::id).toList());
    }

    @Test
    void aCellHasTheSameSeedInItsShardAsInTheWholePlan() {
        var plan = plan(3, 3);
        assertThat(plan.cells()).containsAll(new Shard(2, 4).of(plan).cells());
    }

    @Test
    void aShardThatIsMalformedOrOutOfRangeIsRefused() {
        assertThatThrownBy(() -> Shard.parse("2")).isInstanceOf(UserError.class).hasMessageContaining("such as 2/5");
        assertThatThrownBy(() -> Shard.parse("3/2")).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> Shard.parse("0/2")).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> new Shard(5, 9).of(plan(2, 2)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("fewer shards");
    }

    private static Plan plan(int clients, int servers) {
        var test = new SimpleTestCase("H", "handshake");
        var protocol = new SimpleProtocol(List.of(test));
        var rows = names("c", clients);
        var columns = names("s", servers);
        var cells = columns.stream()
                .flatMap(server -> rows.stream()
                        .map(client -> new Cell(protocol, client, server, Route.direct(), test, server.hashCode())))
                .toList();
        return new Plan(
                new Axes(protocol, rows, columns, List.of(test)), cells, List.of(), List.of(), Optional.empty(), 1);
    }

    /** A cell for each of these test cases of QUIC, which take different times. */
    private static Plan planOf(List<Integer> tests) {
        var whole = plan(tests.size(), 1);
        var all = new QuicProtocol().testCases();
        var cells = IntStream.range(0, tests.size())
                .mapToObj(it -> cell(
                        whole.cells().get(it).client(), whole.cells().get(it).server(), all.get(tests.get(it))))
                .toList();
        return new Plan(whole.axes(), cells, List.of(), List.of(), Optional.empty(), 1);
    }

    private static Cell cell(Implementation client, Implementation server, TestCase test) {
        return new Cell(new QuicProtocol(), client, server, Route.direct(), test, 1);
    }

    private static List<Implementation> names(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(it -> Implementations.named(prefix + it))
                .toList();
    }
}
