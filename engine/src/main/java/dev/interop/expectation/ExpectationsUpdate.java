package dev.interop.expectation;

import dev.interop.UserError;
import dev.interop.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The changes that a run makes necessary in a file of expectations: entries about cells that fail and that no entry is
 * about are added, entries all of whose cells pass are removed. Everything else stays as it is.
 *
 * @param file the file, which need not exist
 * @param added the cells that get an entry
 * @param removed the entries that go
 * @param kept what stays though it is not right, in words
 */
@API(status = Status.INTERNAL)
public record ExpectationsUpdate(Path file, List<FoundCell> added, List<RemovedEntry> removed, List<String> kept) {
    private static final Set<Outcome> WITHOUT_VERDICT = Set.of(Outcome.SKIPPED, Outcome.UNDECIDED, Outcome.ERROR);

    public ExpectationsUpdate {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        kept = List.copyOf(kept);
    }

    /**
     * Compares a file with a run.
     *
     * @param known the entries of other files, about whose cells no entry is added
     * @throws UserError when the file cannot be read
     */
    public static ExpectationsUpdate of(Path file, Expectations known, Collection<FoundCell> cells, LocalDate today) {
        var entries = Files.exists(file) ? ExpectationsFile.read(file) : List.<Expectation>of();
        var removed = new ArrayList<RemovedEntry>();
        var staying = new ArrayList<>(entries);
        var kept = new ArrayList<String>();
        for (var entry : entries) {
            var passed = count(entry, cells, true);
            var failed = count(entry, cells, false);
            var open = countWithoutVerdict(entry, cells);
            if (entry.kind() == ExpectationKind.FAILING && passed > 0 && failed == 0 && open == 0) {
                removed.add(new RemovedEntry(entry.kind(), entry.index(), entry.place()));
                staying.remove(entry);
            } else if (entry.isExpired(today)) {
                kept.add("%s has expired; delete it or set a later date".formatted(entry.place()));
            } else if (entry.kind() == ExpectationKind.FAILING && passed > 0 && failed == 0) {
                kept.add("%s: %s of its cells passed, and %s neither passed nor failed; run them again"
                        .formatted(entry.place(), passed, open));
            } else if (entry.kind() == ExpectationKind.FAILING && passed > 0) {
                kept.add(
                        "%s: %s of its cells passed and %s failed; narrow it".formatted(entry.place(), passed, failed));
            }
        }
        var added = cells.stream()
                .filter(it -> it.kind().isPresent())
                .filter(it -> !isKnown(it.seen(), staying))
                .filter(it -> known.compared(it.seen(), today).isEmpty())
                .toList();
        return new ExpectationsUpdate(file, added, removed, kept);
    }

    /** Whether an entry is about the cell, or there is one about each of its results that failed. */
    private static boolean isKnown(SeenCell seen, List<Expectation> entries) {
        var about = entries.stream()
                .filter(it -> it.cells().includes(seen.releases()))
                .toList();
        var failed = seen.parts().stream().filter(it -> !it.passed()).toList();
        return about.stream().anyMatch(it -> it.cells().matches(seen.cell()))
                || !failed.isEmpty()
                        && failed.stream()
                                .allMatch(part -> about.stream()
                                        .anyMatch(it -> it.cells().matchesPart(seen.cell(), part.path())));
    }

    private static long count(Expectation entry, Collection<FoundCell> cells, boolean passed) {
        var wanted = passed ? Outcome.SUCCEEDED : Outcome.FAILED;
        return cells.stream()
                .map(FoundCell::seen)
                .filter(it -> entry.cells().includes(it.releases()))
                .filter(it -> entry.cells().matches(it.cell())
                        ? it.outcome() == wanted
                        : it.parts().stream().anyMatch(part -> part.passed() == passed && isAbout(entry, it, part)))
                .count();
    }

    /** How many of its cells were left out, cut short or not judged, and may fail still. */
    private static long countWithoutVerdict(Expectation entry, Collection<FoundCell> cells) {
        return cells.stream()
                .map(FoundCell::seen)
                .filter(it -> WITHOUT_VERDICT.contains(it.outcome()))
                .filter(it -> entry.cells().matches(it.cell()) && entry.cells().includes(it.releases()))
                .count();
    }

    /** Whether the entry says something about a result; about a pass only if it names it, and not one around it. */
    private static boolean isAbout(Expectation entry, SeenCell seen, SeenCell.Part part) {
        return entry.cells().matchesPart(seen.cell(), part.path())
                && (!part.passed() || entry.cells().names(part.path()));
    }

    /** Whether the file stays as it is. */
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty();
    }

    /**
     * Writes the file. It is replaced as a whole, so that a reader finds either.
     *
     * @throws UserError when it cannot be written, or would not read or say anything else afterwards; it stays then
     */
    public void write() {
        if (isEmpty()) {
            return;
        }
        var text = text();
        try {
            // A link stays one.
            var place = Files.exists(file) ? file.toRealPath() : file;
            var whole = place.resolveSibling(place.getFileName() + ".new");
            Files.writeString(whole, text);
            Files.move(whole, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UserError(file + ": cannot be written (" + e + "); name another file", e);
        }
    }

    /**
     * Checks whether the file can be written so, and changes nothing.
     *
     * @throws UserError like {@link #write}
     */
    public void check() {
        if (!isEmpty()) {
            text();
        }
    }

    private String text() {
        try {
            var before = Files.exists(file) ? Files.readString(file) : "";
            return new CheckedEdit(file, before).edited(added, removed);
        } catch (IOException e) {
            throw new UserError(file + ": cannot be read (" + e + ")", e);
        }
    }
}
