package dev.interop.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.interop.UserError;
import dev.interop.recording.CellIdentity;
import dev.interop.recording.CellRoute;
import dev.interop.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of expectations, brought up to date with a run. */
class ExpectationsUpdateTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-30");
    private static final String COMMENTED = """
        # Ours; see the wiki.
        known-failing:
          # lsquic has no token yet.
          - client: lsquic   # all of it
            test: handshake
            reason: sends no token

          # Mended soon.
          - server: quic-go
            test: retry
            reason: |
              the second flight
              is lost
            until: 2027-01-01
          # The end of the list.

        known-flaky:
        # By the way:
        - {test: loss, reason: random}
        """;

    @TempDir
    Path folder;

    @Test
    void entriesWhoseCellsPassGoAndEveryOtherLineStays() throws IOException {
        var file = write(COMMENTED);

        var update = update(file, passed("lsquic", "quic-go", "handshake"), failed("lsquic", "quic-go", "retry"));

        assertThat(update.removed()).extracting(it -> it.place().lines()).containsExactly("lines 4 to 6");
        assertThat(update.added()).isEmpty();
        assertThat(file).hasContent(COMMENTED.replace("""
              - client: lsquic   # all of it
                test: handshake
                reason: sends no token
            """.indent(0), ""));
    }

    @Test
    void cellsThatFailGetEntriesAtTheEndOfTheirList() throws IOException {
        var file = write(COMMENTED);

        update(file, failed("a", "b", "x \"y\""), flaky("a", "b", "loss2"));

        assertThat(file)
                .hasContent(COMMENTED
                        .replace("    until: 2027-01-01\n", """
                                until: 2027-01-01
                              - protocol: quic
                                client: a
                                server: b
                                test: "x \\"y\\""
                                reason: "it failed"
                            """)
                        .replace("- {test: loss, reason: random}\n", """
                            - {test: loss, reason: random}
                            - protocol: quic
                              client: a
                              server: b
                              test: loss2
                              reason: "2 of 3"
                            """));
        assertThat(ExpectationsFile.read(file)).hasSize(5);
    }

    @Test
    void aFileThatDoesNotExistIsMade() throws IOException {
        var file = folder.resolve("expectations.yaml");

        update(file, failed("a", "b", "yes"));

        assertThat(file).hasContent("""
            known-failing:
              - protocol: quic
                client: a
                server: b
                test: "yes"
                reason: "it failed"
            """);
        assertThat(update(file, failed("a", "b", "yes")).isEmpty()).isTrue();
    }

    @Test
    void anEmptyListIsFilled() throws IOException {
        var file = write("known-failing: []  # none yet\nknown-flaky:\n");

        update(file, failed("a", "b", "t"));

        assertThat(file)
                .content()
                .startsWith("known-failing:  # none yet\n  - protocol: quic\n")
                .endsWith("known-flaky:\n");
        assertThat(ExpectationsFile.read(file)).hasSize(1);
    }

    @Test
    void anEntryOfWhichSomeCellsStillFailIsKeptAndTold() throws IOException {
        var text = "known-failing:\n  - {client: a, reason: x}\n  - {client: z, until: 2020-01-01, reason: x}\n";
        var file = write(text);

        var update = update(file, passed("a", "b", "t"), failed("a", "b", "u"));

        assertThat(file).hasContent(text);
        assertThat(update.kept())
                .containsExactly(
                        file + ":2: 1 of its cells passed and 1 failed; narrow it",
                        file + ":3 has expired; delete it or set a later date");
    }

    @ParameterizedTest
    @EnumSource(names = {"SKIPPED", "UNDECIDED", "ERROR"})
    void anEntryOfWhichACellHasNoVerdictIsKeptAndTold(Outcome outcome) throws IOException {
        var text = "known-failing:\n  - {client: a, reason: x}\n";
        var file = write(text);
        var open = new FoundCell(seen("a", "b", "u", outcome), Optional.empty(), "not run");

        var update = update(file, passed("a", "b", "t"), open);

        assertThat(file).hasContent(text);
        assertThat(update.kept())
                .containsExactly(file + ":2: 1 of its cells passed, and 1 neither passed nor failed; run them again");
    }

    @Test
    void aJsonFileIsChangedAsWell() throws IOException {
        var file = Files.writeString(folder.resolve("expectations.json"), """
            {"known-failing": [{"client": "a", "test": "t", "reason": "x"}, {"client": "a", "test": "u", "reason": "y"}]}
            """);

        update(file, passed("a", "b", "t"), failed("a", "b", "u"), failed("c", "b", "t"));

        assertThat(ExpectationsFile.read(file))
                .extracting(it -> it.cells().text())
                .containsExactly("client a, test u", "protocol quic, client c, server b, test t");
    }

    @Test
    void aListInBracketsIsNotRewritten() throws IOException {
        var file = write("known-failing: [{client: a, reason: x}]\n");

        assertThatThrownBy(() -> update(file, failed("c", "b", "t")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("expectations.yaml:1: the list is in brackets");
        assertThatThrownBy(() -> update(file, passed("a", "b", "t")))
                .hasMessageContaining("expectations.yaml:1: the list is in brackets");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", " ", "[ ]", "null  # none yet"})
    void anEmptyListInEveryFormIsFilled(String empty) throws IOException {
        var file = write("known-failing: " + empty + "\nknown-flaky:\n  - {test: loss, reason: random}\n");

        update(file, failed("a", "b", "t"));

        assertThat(ExpectationsFile.read(file))
                .extracting(Expectation::kind, it -> it.cells().text())
                .containsExactly(
                        tuple(ExpectationKind.FAILING, "protocol quic, client a, server b, test t"),
                        tuple(ExpectationKind.FLAKY, "test loss"));
    }

    @Test
    void anEntryBelowItsDashGoesWithTheDashAndWhatStandsBehindIt() throws IOException {
        var file = write("""
            known-failing:
              - # why it is here
                # and more

                client: a
                test: t
                reason: x
              -
                client: a
                test: u
                reason: y
            """);

        var update = update(file, passed("a", "b", "t"), failed("a", "b", "u"));

        assertThat(update.removed()).extracting(it -> it.place().lines()).containsExactly("lines 2 to 7");
        assertThat(file).hasContent("known-failing:\n  -\n    client: a\n    test: u\n    reason: y\n");
    }

    @Test
    void anEntryThatOthersReferToIsToldAndTheFileStays() throws IOException {
        var text = """
            known-failing:
              - client: a
                test: t
                reason: &why told in May
              - client: a
                test: u
                reason: *why
            """;
        var file = write(text);

        assertThatThrownBy(() -> update(file, passed("a", "b", "t"), failed("a", "b", "u")))
                .isInstanceOf(UserError.class)
                .hasMessage(file + ":2: the entry cannot be taken out by itself, since the rest of the file needs it"
                        + " (such as an anchor in it); nothing is written: delete lines 2 to 4 by hand, and what needs"
                        + " them");
        assertThat(Files.readString(file)).isEqualTo(text);
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining(it -> !file.equals(it));
    }

    @Test
    void aListThatCannotTakeAnEntryIsToldAndTheFileStays() throws IOException {
        var text = "known-failing: !!seq\n  [\n  ]\n";
        var file = write(text);

        assertThatThrownBy(() -> update(file, failed("a", "b", "t")))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        file + ": an entry about quic/b_a/t cannot be added to known-failing, since the file would not"
                                + " read, or say something else, too; nothing is written: write that list with a line for each"
                                + " entry, with a dash");
        assertThat(Files.readString(file)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n"})
    void linesEndAsTheyDidAndTheMarkOfTheByteOrderStays(String end) throws IOException {
        var text = "\uFEFF" + COMMENTED.replace("\n", end).stripTrailing();
        var file = write(text);

        update(file, passed("lsquic", "quic-go", "handshake"), failed("a", "b", "t"), flaky("a", "b", "loss2"));

        var after = Files.readString(file);
        assertThat(after).startsWith("\uFEFF# Ours").endsWith("reason: \"2 of 3\"" + end);
        assertThat(after.replace(end, "")).doesNotContain("\n", "\r");
        assertThat(ExpectationsFile.read(file)).hasSize(4);
    }

    @Test
    void aJsonFileKeepsItsLineEndsAndAnEmptyListOfItIsFilled() throws IOException {
        var file = Files.writeString(
                folder.resolve("expectations.json"), "{\"known-failing\": null,\r\n \"known-flaky\": []}\r\n");

        update(file, failed("a", "b", "t"), flaky("a", "b", "loss2"));

        assertThat(Files.readString(file).replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(ExpectationsFile.read(file)).hasSize(2);
    }

    @Test
    void aJsonFileWithACommentBehindItIsNotRewrittenWithoutIt() throws IOException {
        var text = "{\"known-failing\": []}\n# ours\n";
        var file = Files.writeString(folder.resolve("expectations.json"), text);

        assertThatThrownBy(() -> update(file, failed("a", "b", "t")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("expectations.json: cannot be changed, since it is not JSON")
                .hasMessageContaining("write it as JSON, or as YAML");
        assertThat(Files.readString(file)).isEqualTo(text);
    }

    @Test
    void aLinkStaysOneAndItsFileIsChanged() throws IOException {
        var real = Files.writeString(folder.resolve("real.yaml"), COMMENTED);
        var link = Files.createSymbolicLink(folder.resolve("expectations.yaml"), real.getFileName());

        update(link, failed("a", "b", "t"));

        assertThat(link).isSymbolicLink();
        assertThat(ExpectationsFile.read(real)).hasSize(4);
    }

    @Test
    void anEntryAboutAResultStaysWhileResultsWithinItPassAndItFails() throws IOException {
        var text = "known-failing:\n  - {subtest: fetch, reason: x}\n";
        var file = write(text);
        var parts = List.of(
                new SeenCell.Part(List.of("fetch", "one"), true),
                new SeenCell.Part(List.of("fetch", "two"), false),
                new SeenCell.Part(List.of("fetch"), false));

        var update = update(file, reporting(parts, Optional.of(ExpectationKind.FAILING)));

        assertThat(update.isEmpty()).as("it is known").isTrue();
        assertThat(update.kept()).isEmpty();
        var other = new SeenCell.Part(List.of("setup"), false);
        assertThat(update(file, reporting(List.of(parts.get(2), other), Optional.of(ExpectationKind.FAILING)))
                        .added())
                .as("another result failed, too")
                .hasSize(1);
    }

    private static FoundCell reporting(List<SeenCell.Part> parts, Optional<ExpectationKind> kind) {
        var cell = new CellIdentity("moqt", "a", "b", "all", CellRoute.direct());
        var seen = new SeenCell(
                cell, new CellReleases(Optional.empty(), Optional.empty()), Outcome.FAILED, parts, true, true);
        return new FoundCell(seen, kind, "it failed");
    }

    @Test
    void cellsThatDidNotRunChangeNothing() throws IOException {
        var file = write(COMMENTED);

        var update = update(
                file, new FoundCell(seen("lsquic", "quic-go", "handshake", Outcome.SKIPPED), Optional.empty(), "x"));

        assertThat(update.isEmpty()).isTrue();
        assertThat(file).hasContent(COMMENTED);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("expectations.yaml"), text);
    }

    private static ExpectationsUpdate update(Path file, FoundCell... cells) {
        var update = ExpectationsUpdate.of(file, Expectations.NONE, List.of(cells), TODAY);
        update.write();
        return update;
    }

    private static FoundCell passed(String client, String server, String test) {
        return new FoundCell(seen(client, server, test, Outcome.SUCCEEDED), Optional.empty(), "fine");
    }

    private static FoundCell flaky(String client, String server, String test) {
        return new FoundCell(
                seen(client, server, test, Outcome.SUCCEEDED), Optional.of(ExpectationKind.FLAKY), "2 of 3");
    }

    private static FoundCell failed(String client, String server, String test) {
        return new FoundCell(
                seen(client, server, test, Outcome.FAILED), Optional.of(ExpectationKind.FAILING), "it failed");
    }

    private static SeenCell seen(String client, String server, String test, Outcome outcome) {
        return new SeenCell(
                new CellIdentity("quic", client, server, test, CellRoute.direct()),
                new CellReleases(Optional.empty(), Optional.empty()),
                outcome,
                List.of(),
                false,
                true);
    }
}
