package dev.interop.plan;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.protocol.Route;
import dev.interop.protocol.TestCase;
import dev.interop.quic.QuicProtocol;
import dev.interop.registry.Implementation;
import dev.interop.testing.Implementations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How well shards of the QUIC matrix are balanced, by what its test cases took in recorded runs (docs/matrix.md). */
class ShardEfficiencyTest {
    /** The medians of the packets' spans in seconds; a measurement's is that of one repetition. */
    private static final Map<String, Double> RECORDED = Map.ofEntries(
            entry("handshake", 0.26),
            entry("transfer", 9.16),
            entry("longrtt", 3.24),
            entry("chacha20", 3.08),
            entry("multiplexing", 1.69),
            entry("retry", 0.29),
            entry("resumption", 0.33),
            entry("zerortt", 0.32),
            entry("http3", 0.75),
            entry("blackhole", 11.99),
            entry("keyupdate", 3.60),
            entry("ecn", 0.29),
            entry("amplificationlimit", 1.61),
            entry("handshakeloss", 46.36),
            entry("transferloss", 6.35),
            entry("handshakecorruption", 25.34),
            entry("transfercorruption", 5.98),
            entry("ipv6", 0.34),
            entry("v2", 0.40),
            entry("rebind-port", 9.34),
            entry("rebind-addr", 9.55),
            entry("connectionmigration", 2.14),
            entry("versionnegotiation", 0.24),
            entry("goodput", 9.82),
            entry("crosstraffic", 50.51));

    private static final double BESIDE_PACKETS = 1;
    private static final int REPETITIONS = 5;
    private static final int LANES = 2;

    @ParameterizedTest
    @CsvSource({"4, 4, 4", "4, 4, 2", "17, 17, 4", "17, 17, 16"})
    void shardsOfAllTestCasesAreNineTenthsBusy(int clients, int servers, int shards) {
        var plan = plan(clients, servers);
        var seconds = IntStream.rangeClosed(1, shards)
                .mapToDouble(it -> seconds(new Shard(it, shards).of(plan)))
                .toArray();

        var longest = IntStream.range(0, shards).mapToDouble(it -> seconds[it]).max();
        assertThat(seconds(plan) / (shards * longest.orElseThrow())).isGreaterThan(0.9);
    }

    /** Lane seconds: all lanes rest while a measurement runs in one. */
    private static double seconds(Plan plan) {
        return plan.cells().stream().mapToDouble(it -> seconds(it.test())).sum();
    }

    private static double seconds(TestCase test) {
        var once = BESIDE_PACKETS + RECORDED.get(test.name());
        return test.measure().isPresent() ? REPETITIONS * LANES * once : once;
    }

    private static Plan plan(int clients, int servers) {
        var protocol = new QuicProtocol();
        var rows = names("c", clients);
        var columns = names("s", servers);
        var cells = columns.stream()
                .flatMap(server -> rows.stream()
                        .flatMap(client -> protocol.testCases().stream()
                                .map(test -> new Cell(protocol, client, server, Route.direct(), test, 1))))
                .toList();
        return new Plan(
                new Axes(protocol, rows, columns, protocol.testCases()),
                cells,
                List.of(),
                List.of(),
                Optional.empty(),
                1);
    }

    private static List<Implementation> names(String prefix, int count) {
        return Stream.iterate(0, it -> it + 1)
                .limit(count)
                .map(it -> Implementations.named(prefix + it))
                .toList();
    }
}
