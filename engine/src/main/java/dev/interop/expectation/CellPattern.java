package dev.interop.expectation;

import dev.interop.NamePattern;
import dev.interop.ProtocolVersion;
import dev.interop.recording.CellIdentity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The cells that an entry is about, or the results within them that clients report.
 *
 * @param names key → patterns, one of which fits; a key that is not there fits everything
 * @param client the releases of the client, if not all
 * @param server the releases of the server, if not all
 */
record CellPattern(Map<String, List<NamePattern>> names, Optional<ReleaseRange> client, Optional<ReleaseRange> server) {
    static final String PROTOCOL = "protocol";
    static final String CLIENT = "client";
    static final String SERVER = "server";
    static final String TEST = "test";
    static final String SUBTEST = "subtest";
    static final String TRANSPORT = "transport";
    static final String VERSION = "version";
    /** The keys, in the order in which they are written. */
    static final List<String> KEYS = List.of(PROTOCOL, CLIENT, SERVER, TEST, SUBTEST, TRANSPORT, VERSION);

    private static final String SEPARATOR = "/";

    CellPattern {
        names = Map.copyOf(names);
    }

    /** Whether it may be about cells of this protocol. */
    boolean isOf(String protocol) {
        return fits(PROTOCOL, protocol);
    }

    /** Whether it is about this cell as a whole, in any releases. */
    boolean matches(CellIdentity cell) {
        return !names.containsKey(SUBTEST) && fits(TEST, cell.test()) && pairMatches(cell);
    }

    /** Whether it is about this result of a cell's client, or one around it, but not about the cell as a whole. */
    boolean matchesPart(CellIdentity cell, List<String> path) {
        return !matches(cell)
                && pairMatches(cell)
                && (fits(TEST, cell.test()) || fits(TEST, path.get(0)))
                && (!names.containsKey(SUBTEST) || around(path).anyMatch(it -> fits(SUBTEST, it)));
    }

    /** Whether it names this result itself, rather than one around it. */
    boolean names(List<String> path) {
        return names.containsKey(SUBTEST) ? fits(SUBTEST, String.join(SEPARATOR, path)) : path.size() == 1;
    }

    /** Whether the releases are in its ranges. One that is not known is in none. */
    boolean includes(CellReleases releases) {
        return includes(client, releases.client()) && includes(server, releases.server());
    }

    private static boolean includes(Optional<ReleaseRange> range, Optional<String> release) {
        return range.isEmpty() || release.filter(range.get()::includes).isPresent();
    }

    private static Stream<String> around(List<String> path) {
        return IntStream.rangeClosed(1, path.size()).mapToObj(it -> String.join(SEPARATOR, path.subList(0, it)));
    }

    private boolean pairMatches(CellIdentity cell) {
        return fits(PROTOCOL, cell.protocol())
                && fits(CLIENT, cell.client())
                && fits(SERVER, cell.server())
                && fits(TRANSPORT, cell.route().transport().orElse(""))
                && fits(
                        VERSION,
                        cell.route().version().map(ProtocolVersion::name).orElse(""));
    }

    private boolean fits(String key, String name) {
        var patterns = patterns(key);
        return patterns.isEmpty() || patterns.stream().anyMatch(it -> it.matches(name));
    }

    /** The patterns of a key; none if it fits everything. */
    List<NamePattern> patterns(String key) {
        return names.getOrDefault(key, List.of());
    }

    /** The patterns in words: {@code client lsquic, test transfer*}. */
    String text() {
        return KEYS.stream()
                .filter(names::containsKey)
                .map(it ->
                        it + " " + names.get(it).stream().map(NamePattern::text).collect(Collectors.joining(" or ")))
                .collect(Collectors.joining(", "));
    }
}
