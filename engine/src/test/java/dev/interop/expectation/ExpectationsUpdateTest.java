package dev.interop.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

        update(
                file,
                failed("a", "b", "x \"y\""),
                new FoundCell(
                        seen("a", "b", "loss2", Outcome.SUCCEEDED), Optional.of(ExpectationKind.FLAKY), "2 of 3"));

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
