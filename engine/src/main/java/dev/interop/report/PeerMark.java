package dev.interop.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interop.result.CellResult;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Marks a test case that fails against all peers, or that no peer supports. The verdicts of its cells stay as they are: a
 * failure that is the same with everybody is still one.
 *
 * @param test the test case
 * @param party the endpoint that is marked; empty if the mark is about all pairs
 * @param kind what the peers have in common
 * @param peers the number of peers, or of pairs, whose cells were decided
 * @param undecided the number of further ones, whose cells were not
 */
@API(status = Status.INTERNAL)
public record PeerMark(String test, Optional<Party> party, Kind kind, int peers, int undecided) {
    /** One peer alone is no pattern. */
    private static final int LEAST_PEERS = 2;

    /** The kind of outcome that the peers have in common. */
    public enum Kind {
        /** The test case fails. */
        FAILS("fails against all peers", Outcome.FAILED),
        /** The peers refuse the test case. */
        UNSUPPORTED("supported by no peer", Outcome.UNSUPPORTED);

        private final String label;
        private final Outcome outcome;

        Kind(String label, Outcome outcome) {
            this.label = label;
            this.outcome = outcome;
        }

        /** The mark in files. */
        public String label() {
            return label;
        }
    }

    /** A role of the two in a cell. */
    private enum Side {
        SERVER("server", "client", CellResult::server, CellResult::client, ReasonCode.CLIENT_UNSUPPORTED),
        CLIENT("client", "server", CellResult::client, CellResult::server, ReasonCode.SERVER_UNSUPPORTED);

        private final String role;
        private final String peerRole;
        private final Function<CellResult, String> own;
        private final Function<CellResult, String> peer;
        private final ReasonCode peerRefuses;

        Side(
                String role,
                String peerRole,
                Function<CellResult, String> own,
                Function<CellResult, String> peer,
                ReasonCode peerRefuses) {
            this.role = role;
            this.peerRole = peerRole;
            this.own = own;
            this.peer = peer;
            this.peerRefuses = peerRefuses;
        }
    }

    /**
     * An endpoint.
     *
     * @param implementation its name
     * @param role {@code client} or {@code server}
     * @param peerRole the role of its peers
     */
    public record Party(String implementation, String role, String peerRole) {
        private boolean isIn(CellResult cell) {
            return implementation.equals(
                    Side.SERVER.role.equals(role) ? Side.SERVER.own.apply(cell) : Side.CLIENT.own.apply(cell));
        }
    }

    /** The marks of the cells of one protocol, in their order. */
    public static List<PeerMark> of(Collection<CellResult> cells) {
        var marks = new ArrayList<PeerMark>();
        grouped(cells, CellResult::test).forEach((test, its) -> {
            var whole = pattern(its, it -> it.client() + " " + it.server(), it -> true);
            whole.ifPresentOrElse(
                    it -> marks.add(new PeerMark(test, Optional.empty(), it.kind, it.peers, it.undecided)),
                    () -> marks.addAll(parties(test, its)));
        });
        return List.copyOf(marks);
    }

    /** One sentence. */
    public String text() {
        return sentence() + (undecided == 0 ? "" : "; %s undecided".formatted(undecided));
    }

    private String sentence() {
        return switch (kind) {
            case FAILS ->
                party.map(it -> "%s of %s as %s fails against all %s %ss"
                                .formatted(test, it.implementation, it.role, peers, it.peerRole))
                        .orElseGet(() -> "%s fails between all %s pairs".formatted(test, peers));
            case UNSUPPORTED ->
                party.map(it -> "%s of %s as %s is supported by none of %s %ss"
                                .formatted(test, it.implementation, it.role, peers, it.peerRole))
                        .orElseGet(() -> "%s is supported by none of %s pairs".formatted(test, peers));
        };
    }

    /** Whether this cell came out as the mark says. */
    boolean includes(CellResult cell) {
        return cell.test().equals(test)
                && cell.verdict().outcome() == kind.outcome
                && party.map(it -> it.isIn(cell)).orElse(true);
    }

    /** Writes the mark's fields. */
    void write(ObjectNode into) {
        into.put("test", test).put("mark", kind.label()).put("peers", peers);
        party.ifPresent(it -> into.put("implementation", it.implementation()).put("role", it.role()));
    }

    private record Pattern(Kind kind, int peers, int undecided) {}

    private static List<PeerMark> parties(String test, List<CellResult> cells) {
        var marks = new ArrayList<PeerMark>();
        for (var side : Side.values()) {
            grouped(cells, side.own)
                    .forEach((name, its) -> pattern(
                                    its,
                                    side.peer,
                                    it -> it.verdict().reason().code().equals(side.peerRefuses))
                            .map(it -> new PeerMark(
                                    test,
                                    Optional.of(new Party(name, side.role, side.peerRole)),
                                    it.kind,
                                    it.peers,
                                    it.undecided))
                            .ifPresent(marks::add));
        }
        return marks;
    }

    /**
     * The outcome that these cells have in common. Cells that were not run or could not be decided say nothing of a peer.
     *
     * @param refused whether a cell is unsupported because of the peer
     */
    private static Optional<Pattern> pattern(
            List<CellResult> cells, Function<CellResult, String> peer, Predicate<CellResult> refused) {
        var tried = with(cells, Outcome.SUCCEEDED, Outcome.FAILED);
        var unsupported = with(cells, Outcome.UNSUPPORTED);
        var undecided = count(with(cells, Outcome.UNDECIDED, Outcome.ERROR), peer);
        if (tried.isEmpty()) {
            return unsupported.stream().allMatch(refused)
                    ? counted(Kind.UNSUPPORTED, count(unsupported, peer), undecided)
                    : Optional.empty();
        }
        return with(tried, Outcome.SUCCEEDED).isEmpty()
                ? counted(Kind.FAILS, count(tried, peer), undecided)
                : Optional.empty();
    }

    private static Optional<Pattern> counted(Kind kind, int peers, int undecided) {
        return peers >= LEAST_PEERS ? Optional.of(new Pattern(kind, peers, undecided)) : Optional.empty();
    }

    private static int count(List<CellResult> cells, Function<CellResult, String> peer) {
        return (int) cells.stream().map(peer).distinct().count();
    }

    private static List<CellResult> with(List<CellResult> cells, Outcome... outcomes) {
        return cells.stream()
                .filter(it -> List.of(outcomes).contains(it.verdict().outcome()))
                .toList();
    }

    private static LinkedHashMap<String, List<CellResult>> grouped(
            Collection<CellResult> cells, Function<CellResult, String> key) {
        return cells.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }
}
