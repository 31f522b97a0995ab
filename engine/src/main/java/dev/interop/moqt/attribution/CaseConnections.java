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
 * Which connections are which test case's, of a client that runs many in one go. Its result may name them, as the contract
 * has it ({@code connection_id}, {@code ROLE_connection_id}). Else they are those that began between the result before it
 * and its own ({@link ConnectionAttribution}).
 */
final class CaseConnections {
    private static final String ID = "connection_id";

    private final Recording recording;
    private final TapReport report;
    private final List<ClientConnection> connections;
    private final ConnectionAttribution turns;

    private CaseConnections(
            Recording recording, TapReport report, List<ClientConnection> connections, ConnectionAttribution turns) {
        this.recording = recording;
        this.report = report;
        this.connections = connections;
        this.turns = turns;
    }

    /**
     * The connections of a test case.
     *
     * @param own those that are its own
     * @param others what may be its own instead, where that is not certain
     * @param unknown why nobody can say which are its own; then all of the run's stand for them
     */
    record Share(Set<ClientConnection> own, List<Set<ClientConnection>> others, Optional<String> unknown) {
        /** How many connections a test case is taken to make: two, and one of them again. */
        private static final int MOST = 4;

        Share(Set<ClientConnection> own) {
            this(own, List.of(), Optional.empty());
        }

        /**
         * What of some connections may be one test case's: some that began one after the other, as a client runs one test
         * case after the other; and all of them.
         */
        static List<Set<ClientConnection>> runs(Collection<ClientConnection> connections) {
            var inOrder = connections.stream()
                    .sorted(Comparator.comparing(ClientConnection::began))
                    .toList();
            var runs = new ArrayList<Set<ClientConnection>>();
            for (int from = 0; from < inOrder.size(); from++) {
                for (int to = from + 1; to <= Math.min(inOrder.size(), from + MOST); to++) {
                    runs.add(Set.copyOf(inOrder.subList(from, to)));
                }
            }
            runs.add(Set.copyOf(inOrder));
            return runs;
        }
    }

    /**
     * Of a finished cell.
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

    Share share(String test) {
        var points = report.points(test, recording);
        if (points.size() != 1) {
            return unknown("there are " + points.size() + " results of it");
        }
        var point = points.get(0);
        var ids = ids(point);
        if (!ids.isEmpty()
                && ids.stream()
                        .allMatch(id ->
                                connections.stream().anyMatch(it -> it.id().equals(id)))) {
            return named(point, ids);
        }
        return turns.share(point)
                .orElseGet(() -> unknown("its result names no connection of the capture, and " + turns.trouble(point)));
    }

    private Share named(TestPoint point, Set<String> ids) {
        Predicate<TestPoint> namesOneOfThem = it -> ids(it).stream().anyMatch(ids::contains);
        var other = report.points().stream()
                .filter(it -> it != point)
                .filter(namesOneOfThem)
                .findFirst();
        if (other.isPresent()) {
            return unknown("its result names a connection that the one of " + TapReport.ours(other.get(), recording)
                    + " names as well");
        }
        return new Share(
                connections.stream().filter(it -> ids.contains(it.id())).collect(Collectors.toSet()));
    }

    private Share unknown(String why) {
        var all = Set.copyOf(connections);
        return new Share(all, Share.runs(all), Optional.of("which connections are its own cannot be told: " + why));
    }

    /** The connections that a result names. */
    private static Set<String> ids(TestPoint point) {
        return point.diagnostic().stream()
                .flatMap(it -> new Diagnostic(it.yaml()).entries().entrySet().stream())
                .filter(it -> it.getKey().toLowerCase(Locale.ROOT).endsWith(ID))
                .flatMap(it -> Stream.of(it.getValue().strip().toLowerCase(Locale.ROOT)))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.toSet());
    }
}
