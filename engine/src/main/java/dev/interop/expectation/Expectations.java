package dev.interop.expectation;

import dev.interop.recording.CellIdentity;
import dev.interop.verdict.Outcome;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The known failing and known flaky cells. Of several entries about a cell, one that has not expired counts before one
 * that has, then known flaky before known failing, then the first one.
 */
@API(status = Status.EXPERIMENTAL)
public final class Expectations {
    /** None: every failure is news. */
    public static final Expectations NONE = new Expectations(List.of(), Vocabulary.NONE);

    private final List<Expectation> entries;
    private final Vocabulary vocabulary;

    private Expectations(List<Expectation> entries, Vocabulary vocabulary) {
        this.entries = List.copyOf(entries);
        this.vocabulary = vocabulary;
    }

    /**
     * Reads files.
     *
     * @throws dev.interop.UserError when one cannot be read, or an entry is wrong
     */
    public static Expectations read(Collection<Path> files) {
        return new Expectations(
                files.stream().flatMap(it -> ExpectationsFile.read(it).stream()).toList(), Vocabulary.NONE);
    }

    /** The same entries, of which those are told that name what is not there. */
    public Expectations naming(Vocabulary names) {
        return new Expectations(entries, names);
    }

    /** Whether there is no entry. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Whether an entry is about this cell as a whole. */
    public boolean includes(CellIdentity cell) {
        return entries.stream().anyMatch(it -> it.cells().matches(cell));
    }

    /** Whether an entry is about this result of a cell's client, rather than about the cell as a whole. */
    public boolean includes(CellIdentity cell, List<String> part) {
        return entries.stream().anyMatch(it -> it.cells().matchesPart(cell, part));
    }

    /**
     * Compares a cell, and the results that its client reports, with the entries about them. A cell that failed only by
     * results that are known to fail has no news either.
     */
    public List<Expected> compared(SeenCell seen, LocalDate today) {
        var parts = seen.parts().stream()
                .flatMap(it -> compared(seen, it, today).stream())
                .toList();
        var whole = first(entries.stream().filter(it -> it.cells().matches(seen.cell())), seen.releases(), today)
                .map(it -> it.compared(seen.outcome(), List.of(), today))
                .or(() -> throughParts(seen, parts));
        return Stream.concat(whole.stream(), parts.stream()).toList();
    }

    /** A pass says something only about an entry that names the result, not about one around it. */
    private Optional<Expected> compared(SeenCell seen, SeenCell.Part part, LocalDate today) {
        var about = entries.stream()
                .filter(it -> it.cells().matchesPart(seen.cell(), part.path()))
                .filter(it -> !part.passed() || it.cells().names(part.path()));
        return first(about, seen.releases(), today)
                .map(it -> it.compared(part.passed() ? Outcome.SUCCEEDED : Outcome.FAILED, part.path(), today));
    }

    private static Optional<Expected> throughParts(SeenCell seen, List<Expected> parts) {
        var failed = seen.parts().stream().filter(it -> !it.passed()).toList();
        var areKnown = !failed.isEmpty()
                && failed.stream()
                        .allMatch(it -> parts.stream()
                                .anyMatch(
                                        known -> known.excuses() && known.part().equals(it.path())));
        return seen.failedByParts() && areKnown
                ? parts.stream().filter(Expected::excuses).findFirst().map(Expected::asCell)
                : Optional.empty();
    }

    private static Optional<Expectation> first(Stream<Expectation> entries, CellReleases releases, LocalDate today) {
        return entries.filter(it -> it.cells().includes(releases))
                .min(Comparator.<Expectation, Boolean>comparing(it -> it.isExpired(today))
                        .thenComparing(it -> it.kind() == ExpectationKind.FAILING));
    }

    /**
     * The expired entries for a protocol that fail none of these cells. They fail the run itself, since nobody would notice
     * them otherwise.
     *
     * @param results how the cells compare
     */
    public List<Expected> expired(String protocol, Collection<Expected> results, LocalDate today) {
        var told = results.stream()
                .filter(it -> it.state() == ExpectationState.EXPIRED)
                .map(Expected::place)
                .toList();
        return entries.stream()
                .filter(it -> it.cells().isOf(protocol) && it.isExpired(today) && !told.contains(it.place()))
                .map(Expectation::expired)
                .toList();
    }

    /** The names in entries that nothing has, a line for each; of entries for other protocols only the protocol. */
    public List<String> misspelt(String protocol, Collection<SeenCell> cells) {
        return entries.stream()
                .flatMap(entry -> vocabulary.misspelt(entry.cells(), protocol, cells).stream()
                        .map(it -> entry.place() + ": " + it))
                .distinct()
                .toList();
    }

    /** The entries for a protocol that are about none of these cells. */
    public List<EntryPlace> unused(String protocol, Collection<SeenCell> cells) {
        return entries.stream()
                .filter(it -> it.cells().isOf(protocol))
                .filter(it -> cells.stream().noneMatch(cell -> isAbout(it.cells(), cell)))
                .map(Expectation::place)
                .toList();
    }

    /** Whether a pattern is about a cell. The releases of one that did not run may be unknown, and do not count. */
    private static boolean isAbout(CellPattern pattern, SeenCell seen) {
        var isOne = pattern.matches(seen.cell())
                || seen.parts().stream().anyMatch(it -> pattern.matchesPart(seen.cell(), it.path()));
        return isOne && (!seen.hasRun() || pattern.includes(seen.releases()));
    }
}
