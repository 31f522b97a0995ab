package dev.interop.expectation;

import dev.interop.NamePattern;
import dev.interop.NearestName;
import dev.interop.Printable;
import dev.interop.recording.CellIdentity;
import dev.interop.registry.ReleaseName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The names that an entry can mean. Others are no mistake by themselves: a client reports results under names of its own,
 * and another registry has other implementations. One that is near to a known name is one.
 */
@API(status = Status.EXPERIMENTAL)
public final class Vocabulary {
    /** Nothing is known, so that every name may be right. */
    static final Vocabulary NONE = new Vocabulary(Map.of());

    private final Map<String, List<String>> names;

    private Vocabulary(Map<String, List<String>> names) {
        this.names = Map.copyOf(names);
    }

    /**
     * The names of a run.
     *
     * @param protocols every protocol that is installed
     * @param clients the clients of its protocol
     * @param servers the servers of its protocol
     * @param tests the test cases of its protocol
     * @param transports the transports of its protocol
     */
    public static Vocabulary of(
            Collection<String> protocols,
            Collection<String> clients,
            Collection<String> servers,
            Collection<String> tests,
            Collection<String> transports) {
        return new Vocabulary(Map.of(
                CellPattern.PROTOCOL, List.copyOf(protocols),
                CellPattern.CLIENT, List.copyOf(clients),
                CellPattern.SERVER, List.copyOf(servers),
                CellPattern.TEST, List.copyOf(tests),
                CellPattern.TRANSPORT, List.copyOf(transports)));
    }

    /** The names of a pattern that nothing has, in words. */
    List<String> misspelt(CellPattern cells, String protocol, Collection<SeenCell> seen) {
        var found = new ArrayList<String>();
        for (var key : CellPattern.KEYS) {
            if (names.containsKey(key) && (key.equals(CellPattern.PROTOCOL) || cells.isOf(protocol))) {
                cells.patterns(key).stream()
                        .flatMap(it -> misspelt(key, it, seen).stream())
                        .forEach(found::add);
            }
        }
        return found;
    }

    private Optional<String> misspelt(String key, NamePattern pattern, Collection<SeenCell> seen) {
        var known = names.getOrDefault(key, List.of());
        // A release that this run has not is no mistake.
        var isRelease = ReleaseName.parse(pattern.text())
                .filter(it -> known.contains(it.name()))
                .isPresent();
        var isKnown = Stream.concat(known.stream(), seen.stream().flatMap(it -> names(key, it)))
                .anyMatch(pattern::matches);
        if (isKnown || isRelease) {
            return Optional.empty();
        }
        var nearest = NearestName.of(pattern.text().replace("*", ""), known).map("; nearest: "::concat);
        var isOther = nearest.isEmpty() && !key.equals(CellPattern.PROTOCOL);
        return isOther
                ? Optional.empty()
                : Optional.of("no %s is named '%s'%s".formatted(key, Printable.of(pattern.text()), nearest.orElse("")));
    }

    /** What a cell that was seen is named, beside the known names. */
    private static Stream<String> names(String key, SeenCell seen) {
        CellIdentity cell = seen.cell();
        return switch (key) {
            case CellPattern.CLIENT -> Stream.of(cell.client());
            case CellPattern.SERVER -> Stream.of(cell.server());
            case CellPattern.TEST ->
                Stream.concat(
                        Stream.of(cell.test()),
                        seen.parts().stream().map(it -> it.path().get(0)));
            case CellPattern.TRANSPORT -> cell.route().transport().stream();
            default -> Stream.of(cell.protocol());
        };
    }
}
