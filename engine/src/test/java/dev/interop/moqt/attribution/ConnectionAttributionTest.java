package dev.interop.moqt.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.moqt.attribution.CaseConnections.Assignment;
import dev.interop.moqt.tap.StdoutTimes;
import dev.interop.moqt.tap.TapReport;
import dev.interop.tap.Tap;
import dev.interop.tap.TapOptions;
import dev.interop.tap.TestPoint;
import dev.interop.trace.Trace;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Attributes connections by their begin and the arrival of results, in milliseconds. */
class ConnectionAttributionTest {
    private final StringBuilder report = new StringBuilder("TAP version 14\n1..9\n");
    private final TreeMap<Long, Long> times = new TreeMap<>();

    @Test
    void aConnectionThatBeganShortlyBeforeAResultArrivedIsUncertain() {
        arrived("first", 1_000, "");
        arrived("second", 1_400, "");

        assertThat(own("first", began(960))).isEmpty();
        assertThat(own("second", began(960))).isEmpty();
        assertThat(own("first", began(940))).hasSize(1);
        assertThat(own("second", began(1_010))).hasSize(1);
    }

    @Test
    void aDurationBoundsTheBeginOfItsTestCase() {
        arrived("first", 1_000, "");
        arrived("second", 1_400, "duration_ms: 250");

        assertThat(own("first", began(960))).hasSize(1);
    }

    @Test
    void durationsOfEarlierTestCasesBoundTheBeginOfLaterOnes() {
        arrived("first", 1_000, "");
        arrived("second", 1_100, "duration_ms: 120");
        arrived("third", 1_240, "");

        assertThat(own("second", began(1_060))).hasSize(1);
        assertThat(own("second", began(1_080))).isEmpty();
        assertThat(own("third", began(1_105))).hasSize(1);
    }

    @Test
    void resultsThatArriveLaterThanDurationsAllowAttributeNothing() {
        arrived("first", 1_000, "");
        arrived("second", 1_100, "duration_ms: 200");

        assertThat(assignment("first", began(500))).isEmpty();
    }

    @Test
    void pausesBetweenTestCasesAreAllowed() {
        arrived("first", 1_000, "duration_ms: 10");
        arrived("second", 2_000, "duration_ms: 10");

        assertThat(own("second", began(1_945))).hasSize(1);
    }

    @Test
    void theSequencesOfConnectionsAreThoseThatBeganInDirectSuccession() {
        var a = began(1);
        var b = began(2);
        var c = began(3);

        assertThat(Assignment.sequences(Set.of(c, a, b)))
                .containsExactly(
                        Set.of(a), Set.of(a, b), Set.of(a, b, c), Set.of(b), Set.of(b, c), Set.of(c), Set.of(a, b, c));
    }

    private Set<ClientConnection> own(String name, ClientConnection... connections) {
        return assignment(name, connections).orElseThrow().own();
    }

    private Optional<Assignment> assignment(String name, ClientConnection... connections) {
        var points = Tap.document(report.toString(), TapOptions.lenient()).points();
        var trace = new Trace("capture", List.of(), true, OptionalLong.of(0));
        var attribution = ConnectionAttribution.of(points, new StdoutTimes(times), trace, Arrays.asList(connections));
        return attribution.assignment(named(points, name));
    }

    private static TestPoint named(List<TestPoint> points, String name) {
        return points.stream()
                .filter(it -> TapReport.name(it).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void arrived(String name, long milliseconds, String yaml) {
        report.append("ok - ").append(name).append("\n  ---\n  ").append(yaml).append("\n  ...\n");
        times.put((long) report.toString().getBytes(StandardCharsets.UTF_8).length, milliseconds * 1_000);
    }

    private static ClientConnection began(long milliseconds) {
        long at = milliseconds * 1_000;
        return new ClientConnection(OptionalLong.of(milliseconds), Set.of(), "id", at, at, at);
    }
}
