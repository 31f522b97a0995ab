package dev.interop.report;

import static dev.interop.testing.CellBuilder.cell;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.interop.result.RunResult;
import dev.interop.testing.RunBuilder;
import dev.interop.testing.SimpleTestCase;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Proof;
import dev.interop.verdict.ReasonCode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A run over several drafts and transports, whose clients report. */
class RoutesMatrixTest {
    private final RunResult run = RunBuilder.run(
                    "one two", "one", new SimpleTestCase("S", "setup"), new SimpleTestCase("AS", "subscribe"))
            .without("one", "one", "setup")
            .without("one", "one", "subscribe")
            .without("two", "one", "setup")
            .without("two", "one", "subscribe")
            .with(cell("one", "one", "setup").way("draft-18", "quic").claimed(Proof.PROVEN))
            .with(cell("one", "one", "subscribe").way("draft-18", "quic").claimed(Proof.PROVEN))
            .with(cell("two", "one", "setup").way("draft-18", "webtransport").claimed(Proof.CLAIMED))
            .with(cell("two", "one", "subscribe")
                    .way("draft-18", "webtransport")
                    .claimed(Proof.CONTRADICTED))
            .build();

    @Test
    void eachDraftAndTransportHasATableOfItsOwn() {
        assertThat(new TerminalMatrix(Colour.NEVER, 80, StandardCharsets.UTF_8)
                        .text(run, Repetition.byCommand("./interop")))
                .startsWith("""
                        draft-18 over quic
                              one
                        one   S AS

                        draft-18 over webtransport
                              one
                        two   S~ AS≠

                        letter = passed, ✕ = failed, – = unsupported, ? = undecided, ! = error, · = not run; a letter alone \
                        = proven on the wire, ~ = claimed by the client and not proven, ≠ = claimed, but contradicted on the wire
                        """);
    }

    @Test
    void aTerminalWithoutUnicodeShowsTheProofInAscii() {
        assertThat(new TerminalMatrix(Colour.NEVER, 80, StandardCharsets.US_ASCII)
                        .text(run, Repetition.byCommand("./interop")))
                .contains("two   S~ AS#");
    }

    @Test
    void thePageListsPassesThatAreNotProven() {
        assertThat(new MarkdownMatrix().text(run, Repetition.byCommand("./interop")))
                .contains("**draft-18 over webtransport**")
                .contains("| **two** | S\\~ AS≠ |")
                .contains("## Claimed, not proven");
    }

    @Test
    void pairsWithoutACommonDraftAreListedOutsideTheTables() {
        var more = RunBuilder.run("one two", "one", new SimpleTestCase("S", "setup"))
                .without("one", "one", "setup")
                .without("two", "one", "setup")
                .with(cell("one", "one", "setup").way("draft-18", "quic").claimed(Proof.PROVEN))
                .with(cell("two", "one", "setup")
                        .over("quic")
                        .cameOut(Outcome.SKIPPED, ReasonCode.NO_COMMON_VERSION, "no common version"))
                .build();

        var page = new MarkdownMatrix().text(more, Repetition.byCommand("./interop"));

        assertThat(page)
                .contains("| **one** | S |")
                .doesNotContain("| **two** |")
                .contains("## Not run");
    }

    @Test
    void routesOfAProtocolWithoutVersionsHaveTablesOfTheirOwn() {
        var routes = RunBuilder.run("one two", "one", new SimpleTestCase("S", "setup"))
                .without("one", "one", "setup")
                .with(cell("one", "one", "setup").over("tcp"))
                .with(cell("one", "one", "setup")
                        .over("remote-tcp")
                        .cameOut(Outcome.UNSUPPORTED, ReasonCode.CLIENT_UNSUPPORTED, "the client ended with 127"))
                .build();

        assertThat(new TerminalMatrix(Colour.NEVER, 80, StandardCharsets.UTF_8)
                        .text(routes, Repetition.byCommand("./interop")))
                .startsWith("""
                        direct
                              one
                        two   S

                        tcp
                              one
                        one   S

                        remote-tcp
                              one
                        one   –
                        """);
        assertThat(new MarkdownMatrix().text(routes, Repetition.byCommand("./interop")))
                .contains("**direct**\n\n", "**tcp**\n\n", "**remote-tcp**\n\n");
    }

    @Test
    void theLineOfACellHasItsProof() throws JsonProcessingException {
        var line = CellLine.write(run.cells().get(2));

        assertThat(line).contains("\"claim\":{\"format\":\"report\",\"points\":1,\"proof\":\"claimed\"}");
        assertThat(CellLine.read(line)).isEqualTo(run.cells().get(2));
    }
}
