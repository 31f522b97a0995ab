package dev.interop.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.interop.ProtocolVersion;
import dev.interop.recording.CellIdentity;
import dev.interop.recording.CellRoute;
import dev.interop.verdict.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells compared with the entries of a file. */
class ExpectationsTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-30");
    private static final CellReleases UNKNOWN = new CellReleases(Optional.empty(), Optional.empty());

    @TempDir
    Path folder;

    @Test
    void aKnownFailureThatFailsIsMetAndSaysWhyAndWhere() {
        var expected = only("""
            known-failing:
              - client: lsquic
                test: handshake
                reason: sends no token
                bug: https://github.com/example/lsquic/issues/7
            """, Outcome.FAILED);

        assertThat(expected.excuses()).isTrue();
        assertThat(expected.fails()).isFalse();
        assertThat(expected.text())
                .isEqualTo(
                        "known failing: sends no token, https://github.com/example/lsquic/issues/7 (" + file() + ":2)");
    }

    @Test
    void aKnownFailureThatPassesIsStaleAndNamesTheLinesToDelete() {
        var expected = only("""
            # All of lsquic's.
            known-failing:
              - client: lsquic
                test: handshake
                # Seen since June.
                reason: sends no token

              # The next one.
              - client: other
                reason: x
            """, Outcome.SUCCEEDED);

        assertThat(expected.state()).isEqualTo(ExpectationState.STALE);
        assertThat(expected.fails()).isTrue();
        assertThat(expected.text())
                .isEqualTo("passed, but " + file() + ":3 says known failing: delete lines 3 to 6 there, or narrow the"
                        + " entry if other cells of it still fail (sends no token)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUCCEEDED", "FAILED"})
    void aKnownFlakyCellMayPassAndFail(Outcome outcome) {
        var expected = only("known-flaky:\n  - {test: hand*, reason: loss}\n", outcome);

        assertThat(expected.state()).isEqualTo(ExpectationState.MET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNDECIDED", "UNSUPPORTED", "SKIPPED", "ERROR"})
    void aCellThatNeitherPassedNorFailedSaysNothingOfItsEntry(Outcome outcome) {
        assertThat(only("known-failing:\n  - {test: handshake, reason: x}\n", outcome)
                        .state())
                .isEqualTo(ExpectationState.OPEN);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30, FAILED, MET",
        "2026-11-29, FAILED, EXPIRED",
        "2026-11-29, SUCCEEDED, EXPIRED",
        "2026-11-29, UNSUPPORTED, OPEN"
    })
    void anEntryCountsUntilItsDay(String until, Outcome outcome, ExpectationState state) {
        var expected = only("known-failing:\n  - {test: handshake, reason: x, until: %s}\n".formatted(until), outcome);

        assertThat(expected.state()).isEqualTo(state);
        assertThat(expected.excuses()).isEqualTo(state == ExpectationState.MET);
    }

    @Test
    void anExpiredEntryNamesFileLineAndRemedy() {
        var expected = only("known-flaky:\n  - {test: handshake, reason: x, until: 2026-01-31}\n", Outcome.SUCCEEDED);

        assertThat(expected.text())
                .isEqualTo("the entry at " + file() + ":2 (known flaky) expired after 2026-01-31: delete line 2 there,"
                        + " or set a later date (x)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "protocol: quic | true",
                "protocol: moqt | false",
                "client: ls* | true",
                "client: ls | false",
                "server: quic-g? | true",
                "server: [ngtcp2, quic-go] | true",
                "server: [ngtcp2, quic] | false",
                "test: handshake | true",
                "test: handshakeloss | false",
                "transport: webtransport | true",
                "transport: quic | false",
                "version: draft-18 | true",
                "version: draft-1? | true",
                "version: draft-16 | false",
                "subtest: anything | false"
            })
    void eachKeyNarrowsTheCells(String key, boolean matches) {
        var cell = new CellIdentity(
                "quic",
                "lsquic",
                "quic-go",
                "handshake",
                new CellRoute(
                        "webtransport",
                        Optional.of("webtransport"),
                        Optional.of(ProtocolVersion.of("draft-18")),
                        Optional.empty(),
                        Optional.empty()));

        var found =
                read("known-failing:\n  - reason: x\n    %s\n".formatted(key)).compared(seen(cell, UNKNOWN), TODAY);

        assertThat(found.isEmpty()).isNotEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({"4.3.0, true", "4.3.9, true", "4.2.9, false", "4.4, false", "4.3.0-rc1, false"})
    void anEntryCountsWithinItsReleases(String release, boolean included) {
        var known = read("known-failing:\n  - {client: lsquic, client-release: '>=4.3.0 <4.4', reason: x}\n");
        var releases = new CellReleases(Optional.of(release), Optional.empty());

        assertThat(known.compared(seen(handshake(), releases), TODAY).isEmpty()).isNotEqualTo(included);
        assertThat(known.compared(seen(handshake(), UNKNOWN), TODAY)).isEmpty();
    }

    @Test
    void ofSeveralEntriesTheOneThatHasNotExpiredAndIsMostLenientCounts() {
        var known = """
            known-failing:
              - {test: handshake, reason: first}
              - {test: hand*, reason: second}
            known-flaky:
              - {client: lsquic, reason: lenient}
              - {client: lsquic, reason: over, until: 2020-01-01}
            """;

        assertThat(only(known, Outcome.SUCCEEDED).reason()).isEqualTo("lenient");
        assertThat(only(known.replace("lsquic", "x"), Outcome.FAILED).reason()).isEqualTo("first");
    }

    @Test
    void entriesOfTheProtocolThatAreAboutNoCellAreFound() {
        var known = read("""
            known-failing:
              - {client: lsquic, reason: used}
              - {client: lsqiuc, reason: misspelt}
              - {protocol: moqt, client: lsqiuc, reason: of another run}
              - {client: lsquic, client-release: <1, reason: of another release}
            """);
        var ran = List.of(seen(handshake(), UNKNOWN));

        assertThat(known.unused("quic", ran)).extracting(EntryPlace::line).containsExactly(3, 5);
        assertThat(known.unused("moqt", ran)).extracting(EntryPlace::line).containsExactly(3, 4, 5);
    }

    @Test
    void aReportedResultHasEntriesOfItsOwnAndItsCellFollows() {
        var known = read("""
            known-failing:
              - {test: announce, reason: no namespaces}
              - {subtest: fetch/*, reason: no ranges}
            """);

        assertThat(known.compared(all(true, part(false, "announce"), part(true, "setup")), TODAY))
                .extracting(Expected::part, Expected::state)
                .containsExactly(
                        tuple(List.of(), ExpectationState.MET), tuple(List.of("announce"), ExpectationState.MET));
        assertThat(known.compared(all(true, part(false, "announce"), part(false, "setup")), TODAY))
                .as("another result failed, too")
                .noneMatch(Expected::ofCell);
        assertThat(known.compared(all(false, part(false, "announce")), TODAY))
                .as("the cell failed for another reason")
                .noneMatch(Expected::ofCell);
        assertThat(known.compared(all(true, part(true, "announce")), TODAY))
                .singleElement()
                .satisfies(it -> assertThat(it.state()).isEqualTo(ExpectationState.STALE));
        assertThat(known.compared(all(true, part(false, "fetch", "first")), TODAY))
                .anyMatch(it -> it.part().equals(List.of("fetch", "first")) && it.excuses());
    }

    @Test
    void anEntryAboutTheWholeCellSaysNothingOfSinglePasses() {
        var known = read("known-failing:\n  - {test: all, reason: x}\n");

        assertThat(known.compared(all(false, part(true, "announce"), part(false, "setup")), TODAY))
                .singleElement()
                .satisfies(it -> assertThat(it.ofCell() && it.excuses()).isTrue());
    }

    private static SeenCell all(boolean byParts, SeenCell.Part... parts) {
        var cell = new CellIdentity("moqt", "a", "b", "all", CellRoute.direct());
        return new SeenCell(cell, UNKNOWN, Outcome.FAILED, List.of(parts), byParts, true);
    }

    private static SeenCell.Part part(boolean passed, String... path) {
        return new SeenCell.Part(List.of(path), passed);
    }

    private static CellIdentity handshake() {
        return new CellIdentity("quic", "lsquic", "quic-go", "handshake", CellRoute.direct());
    }

    private static SeenCell seen(CellIdentity cell, CellReleases releases) {
        return new SeenCell(cell, releases, Outcome.FAILED, List.of(), false, true);
    }

    private Expected only(String text, Outcome outcome) {
        var seen = new SeenCell(handshake(), UNKNOWN, outcome, List.of(), false, true);
        return read(text).compared(seen, TODAY).get(0);
    }

    private Path file() {
        return folder.resolve("expectations.yaml");
    }

    private Expectations read(String text) {
        try {
            return Expectations.read(List.of(Files.writeString(file(), text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
