package dev.interop.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.CellIdentity;
import dev.interop.recording.CellRoute;
import dev.interop.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Any file of expectations reads after an update, and keeps its comments and reasons, whatever a run came out as. */
class ExpectationsUpdatePropertyTest {
    private static final CellReleases UNKNOWN = new CellReleases(Optional.empty(), Optional.empty());

    private Path folder;

    @BeforeProperty
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("expectations");
    }

    @AfterProperty
    void removeFolder() throws IOException {
        try (var files = Files.list(folder)) {
            for (var it : files.toList()) {
                Files.delete(it);
            }
        }
        Files.delete(folder);
    }

    /**
     * An entry in a file.
     *
     * @param test the test case that it is about
     * @param lines its lines, without the list's indent
     * @param before the lines before it, blank or with a comment
     */
    record Written(String test, List<String> lines, List<String> before) {}

    @Property(tries = 400)
    void anUpdatedFileReadsAndKeepsCommentsAndReasons(
            @ForAll("lists") List<Written> failing,
            @ForAll("lists") List<Written> flaky,
            @ForAll("empties") String empty,
            @ForAll("ends") String end,
            @ForAll boolean endsWithLine,
            @ForAll("results") List<FoundCell> results)
            throws IOException {
        var text = "# The first line.\n" + list("known-failing", failing, empty) + list("known-flaky", flaky, empty);
        text = (endsWithLine ? text : text.stripTrailing()).replace("\n", end);
        var file = Files.writeString(folder.resolve("expectations.yaml"), text);
        var before = ExpectationsFile.read(file);
        var comments = comments(text, before, List.of());

        var update = ExpectationsUpdate.of(file, Expectations.NONE, results, LocalDate.EPOCH);
        update.write();

        var after = ExpectationsFile.read(file);
        assertThat(after)
                .hasSize(
                        before.size() - update.removed().size() + update.added().size());
        var removed = update.removed().stream().map(RemovedEntry::place).toList();
        assertThat(after)
                .extracting(it -> it.cause().reason())
                .containsAll(before.stream()
                        .filter(it -> !removed.contains(it.place()))
                        .map(it -> it.cause().reason())
                        .toList());
        assertThat(comments(Files.readString(file), after, List.of()))
                .containsAll(comments(text, before, removed))
                .isSubsetOf(comments);
        assertThat(Files.readString(file).replace(end, "")).doesNotContain("\n", "\r");
        // What was found is known now, so that a second update has nothing to add.
        assertThat(ExpectationsUpdate.of(file, Expectations.NONE, results, LocalDate.EPOCH)
                        .isEmpty())
                .isTrue();
    }

    private static String list(String key, List<Written> entries, String empty) {
        return entries.isEmpty()
                ? key + ":" + empty + "\n"
                : key + ":\n"
                        + entries.stream()
                                .flatMap(it -> Stream.concat(it.before().stream(), it.lines().stream()))
                                .map(it -> it.isBlank() ? it : "  " + it)
                                .collect(Collectors.joining("\n"))
                        + "\n";
    }

    /** The comments outside of these entries that have a line of their own. */
    private static List<String> comments(String text, List<Expectation> entries, List<EntryPlace> except) {
        assertThat(entries).extracting(Expectation::place).containsAll(except);
        var lines = text.lines().toList();
        return IntStream.rangeClosed(1, lines.size())
                .filter(it -> except.stream().noneMatch(gone -> gone.line() <= it && it <= gone.lastLine()))
                .mapToObj(it -> lines.get(it - 1).strip())
                .filter(it -> it.startsWith("#"))
                .toList();
    }

    @Provide
    Arbitrary<List<Written>> lists() {
        return entries().list().ofMaxSize(3);
    }

    @Provide
    Arbitrary<String> empties() {
        return Arbitraries.of("", " []", " null", "  # none", " [ ] # none");
    }

    @Provide
    Arbitrary<String> ends() {
        return Arbitraries.of("\n", "\r\n");
    }

    private static Arbitrary<Written> entries() {
        var comment = Arbitraries.of("", "# a comment", "   # - client: none", "# known-failing:");
        return Combinators.combine(
                        Arbitraries.of("one", "two", "three"),
                        Arbitraries.of(Style.class),
                        reasons(),
                        comment.list().ofMaxSize(2))
                .as((test, style, reason, before) -> new Written(test, style.lines(test, reason), before));
    }

    /** How an entry is written. */
    private enum Style {
        BLOCK,
        FLOW,
        BELOW_ITS_DASH,
        FOLDED,
        COMMENTED;

        List<String> lines(String test, String reason) {
            var quoted = "\"" + reason.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
            return switch (this) {
                case BLOCK -> List.of("- test: " + test, "  reason: " + quoted);
                case FLOW -> List.of("- {test: " + test + ", reason: " + quoted + "}");
                case BELOW_ITS_DASH -> List.of("- # behind the dash", "", "  test: " + test, "  reason: " + quoted);
                case FOLDED -> List.of("- test: " + test, "  reason: >-", "    " + reason, "    and so on");
                case COMMENTED ->
                    List.of("-   test: " + test + "  # behind it", "    # within it", "    reason: " + quoted);
            };
        }
    }

    private static Arbitrary<String> reasons() {
        return Arbitraries.strings()
                .withChars("abc #:-\"'\\[]{}&*!|>%@`äß漢")
                .ofMinLength(1)
                .ofMaxLength(12)
                .map(it -> "r" + it.strip());
    }

    @Provide
    Arbitrary<List<FoundCell>> results() {
        var cell = Combinators.combine(
                        Arbitraries.of("one", "two", "three", "four", "no", "a: b", "- #x"),
                        Arbitraries.of(Outcome.class),
                        Arbitraries.of(true, false),
                        Arbitraries.strings().ofMaxLength(8))
                .as(ExpectationsUpdatePropertyTest::found);
        // One result for each cell.
        return cell.list().ofMaxSize(5).map(all -> {
            var unique = new ArrayList<FoundCell>();
            all.stream()
                    .filter(it -> unique.stream()
                            .noneMatch(other ->
                                    other.seen().cell().equals(it.seen().cell())))
                    .forEach(unique::add);
            return List.copyOf(unique);
        });
    }

    private static FoundCell found(String test, Outcome outcome, boolean isFlaky, String reason) {
        var identity = new CellIdentity("quic", "a", "b", test, CellRoute.direct());
        var kind = switch (outcome) {
            case FAILED -> Optional.of(ExpectationKind.FAILING);
            case SUCCEEDED -> Optional.of(ExpectationKind.FLAKY).filter(it -> isFlaky);
            default -> Optional.<ExpectationKind>empty();
        };
        return new FoundCell(new SeenCell(identity, UNKNOWN, outcome, List.of(), false, true), kind, reason);
    }
}
