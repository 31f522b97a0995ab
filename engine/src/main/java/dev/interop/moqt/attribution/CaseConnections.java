package dev.interop.moqt.attribution;

import dev.interop.moqt.tap.Diagnostic;
import dev.interop.moqt.tap.StdoutTimes;
import dev.interop.moqt.tap.TapReport;
import dev.interop.recording.Recording;
import dev.interop.tap.TestPoint;
import dev.interop.trace.Depth;
import dev.interop.trace.Side;
import dev.interop.verdict.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the connections of each test case when a client runs several in one cell. The result of a test case may name them, as
 * the contract allows ({@code connection_id}, {@code ROLE_connection_id}). Otherwise they are the connections that began
 * after the previous result and before its own ({@link ConnectionAttribution}).
 */
final class CaseConnections {
    private static final String ID = "connection_id";

    private final Recording recording;
    private final TapReport report;
    private final List<ClientConnection> connections;
    private final ConnectionAttribution attribution;

    private CaseConnections(
            Recording recording,
            TapReport report,
            List<ClientConnection> connections,
            ConnectionAttribution attribution) {
        this.recording = recording;
        this.report = report;
        this.connections = connections;
        this.attribution = attribution;
    }

    /**
     * The connections of a test case.
     *
     * @param own the connections of the test case
     * @param alternatives other sets of connections that may be the test case's, if {@code own} is not certain
     * @param unknown why the connections cannot be attributed; {@code own} then has all connections of the cell
     */
    record Assignment(Set<ClientConnection> own, List<Set<ClientConnection>> alternatives, Optional<String> unknown) {
        /** The assumed highest number of connections of a test case: two, and retries of them. */
        private static final int MAX_CONNECTIONS = 4;

        Assignment(Set<ClientConnection> own) {
            this(own, List.of(), Optional.empty());
        }

        /**
         * The subsets of connections that may belong to one test case: those that began in direct sequence, since a client runs
         * its test cases in sequence, and all of them together.
         */
        static List<Set<ClientConnection>> sequences(Collection<ClientConnection> connections) {
            var inOrder = connections.stream()
                    .sorted(Comparator.comparing(ClientConnection::began))
                    .toList();
            var sequences = new ArrayList<Set<ClientConnection>>();
            for (int from = 0; from < inOrder.size(); from++) {
                for (int to = from + 1; to <= Math.min(inOrder.size(), from + MAX_CONNECTIONS); to++) {
                    sequences.add(Set.copyOf(inOrder.subList(from, to)));
                }
            }
            sequences.add(Set.copyOf(inOrder));
            return sequences;
        }
    }

    /**
     * Attributes the connections of a finished cell.
     *
     * @throws dev.interop.trace.TraceUnavailable when there is no capture or it cannot be read
     */
    static CaseConnections of(Evidence evidence) {
        var recording = evidence.recording();
        var report = TapReport.of(recording);
        var trace = evidence.trace(Side.CLIENT, Depth.STREAMS);
        var connections = ClientConnection.in(trace);
        var named = report.points().stream().flatMap(it -> ids(it).stream()).collect(Collectors.toSet());
        var unnamed =
                connections.stream().filter(it -> !named.contains(it.id())).toList();
        return new CaseConnections(
                recording,
                report,
                connections,
                ConnectionAttribution.of(report.points(), StdoutTimes.of(recording), trace, unnamed));
    }

    Assignment assignment(String test) {
        var points = report.points(test, recording);
        if (points.size() != 1) {
            return unknown("it has " + points.size() + " results");
        }
        var point = points.get(0);
        var ids = ids(point);
        if (!ids.isEmpty()
                && ids.stream()
                        .allMatch(id ->
                                connections.stream().anyMatch(it -> it.id().equals(id)))) {
            return named(point, ids);
        }
        return attribution
                .assignment(point)
                .orElseGet(() -> unknown("its result names no connection of the capture"
                        + Diagnostic.unread(point)
                                .map(it -> " in what can be read (" + it + ")")
                                .orElse("")
                        + ", and " + attribution.obstacle(point)));
    }

    private Assignment named(TestPoint point, Set<String> ids) {
        Predicate<TestPoint> namesOneOfThem = it -> ids(it).stream().anyMatch(ids::contains);
        var other = report.points().stream()
                .filter(it -> it != point)
                .filter(namesOneOfThem)
                .findFirst();
        if (other.isPresent()) {
            return unknown("its result names a connection that the result of "
                    + TapReport.contractName(other.get(), recording) + " also names");
        }
        return new Assignment(
                connections.stream().filter(it -> ids.contains(it.id())).collect(Collectors.toSet()));
    }

    private Assignment unknown(String why) {
        var all = Set.copyOf(connections);
        return new Assignment(
                all, Assignment.sequences(all), Optional.of("its connections cannot be identified: " + why));
    }

    /** The connection IDs that a result names. */
    private static Set<String> ids(TestPoint point) {
        return point.diagnostic().stream()
                .flatMap(it -> new Diagnostic(it.yaml()).entries().entrySet().stream())
                .filter(it -> it.getKey().toLowerCase(Locale.ROOT).endsWith(ID))
                .flatMap(it -> Stream.of(it.getValue().strip().toLowerCase(Locale.ROOT)))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.toSet());
    }
}
