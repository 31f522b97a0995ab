package dev.interop.report;

import static dev.interop.testing.CellBuilder.cell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.CellRoute;
import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerRole;
import dev.interop.testing.CellBuilder;
import dev.interop.verdict.AtFault;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Location;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Reason;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FailureCardTest {
    private static final Finding SUITES = new Finding(
            "The client offers exactly one cipher suite",
            "RFC 9001 §5.3",
            "TLS_CHACHA20_POLY1305_SHA256",
            "2 cipher suites",
            Location.ofPacket("sim/trace_node_left.pcap", 3, 0.0124));

    @Test
    void aCardHasFindingLocationProbableFaultAndReplayCommand() {
        assertThat(text(cell("quic-go", "kwik", "chacha20").failed(SUITES), cell("quic-go", "nginx", "chacha20")))
                .isEqualTo("""
                        quic-go → kwik  chacha20: 2 cipher suites; expected TLS_CHACHA20_POLY1305_SHA256 (packet 3, 0.012 s, sim/trace_node_left.pcap) · RFC 9001 §5.3
                          rule      The client offers exactly one cipher suite · RFC 9001 §5.3
                          expected  TLS_CHACHA20_POLY1305_SHA256
                          seen      2 cipher suites
                          where     packet 3, 0.012 s, sim/trace_node_left.pcap
                          whose     this server fails it with 1 of 1 clients; this client passes it with 1 of 2 servers
                          logs      quic/logs/kwik_quic-go/chacha20
                          replay    ./interop replay quic/kwik_quic-go/chacha20""");
    }

    @Test
    void aCardNamesTheFilesThatAreNotTheImages() {
        var mounted = cell("quic-go", "kwik", "chacha20")
                .failed(SUITES)
                .mounted(ContainerRole.CLIENT, "/usr/bin/client", "0123456789abcdef".repeat(4));

        assertThat(text(mounted)).contains("\n  mounted   client: /usr/bin/client (sha256 0123456789ab)\n  logs ");
    }

    @Test
    void aCardNamesTheReleaseThatAnEndpointWroteDown() {
        var browser =
                cell("chromium", "kwik", "chacha20").failed(SUITES).release(ContainerRole.CLIENT, "Chromium 156.0");

        assertThat(text(browser)).contains("\n  release   client: Chromium 156.0\n  logs ");
    }

    @Test
    void theTitleDistinguishesRoutesOfTheSameTransport() {
        assertThat(Stream.of("quic", "remote-quic", "remote-quic-2")
                        .map(it -> FailureCard.title(cell("ex", "r", "setup-only")
                                .way("draft-18", it)
                                .build())))
                .containsExactly(
                        "ex → r  setup-only (quic, draft-18)",
                        "ex → r  setup-only (remote-quic, draft-18)",
                        "ex → r  setup-only (remote-quic-2, draft-18)");
        assertThat(FailureCard.title(cell("a", "b", "t").over("quic").build())).isEqualTo("a → b  t (quic)");
    }

    @Test
    void aServerThatFailsWithAllClientsIsProbablyAtFault() {
        assertThat(whose(
                        cell("b", "s", "t").failed(),
                        cell("c", "s", "t").failed(),
                        cell("a", "other", "t"),
                        cell("a", "s", "another").failed()))
                .isEqualTo("probably the server: this server fails it with 3 of 3 clients;"
                        + " this client passes it with 1 of 2 servers");
    }

    @Test
    void aClientThatFailsWithAllServersIsProbablyAtFault() {
        assertThat(whose(cell("a", "s2", "t").failed(), cell("a", "s3", "t").failed(), cell("b", "s", "t")))
                .isEqualTo("probably the client: this server fails it with 1 of 2 clients;"
                        + " this client passes it with 0 of 3 servers");
    }

    @Test
    void noEndpointIsAtFaultIfBothFailAgainstAllPeers() {
        assertThat(whose(cell("a", "s2", "t").failed(), cell("b", "s", "t").failed()))
                .startsWith("both fail against all peers: ");
    }

    @Test
    void withoutPeersTheEndpointThatEndedWithAnErrorIsTheOneToBeginWith() {
        assertThat(whoseOf(cell("a", "s", "t").failed().ended(ContainerRole.CLIENT, ContainerEnd.exited(1))))
                .isEqualTo("probably the client, which exited with 1; no other pair ran this test case");
        assertThat(whoseOf(cell("a", "s", "t").failed().ended(ContainerRole.SERVER, ContainerEnd.exited(2))))
                .startsWith("probably the server, which exited with 2; ");
    }

    @Test
    void aComparisonSaysMoreThanAnExitCode() {
        var failed = cell("a", "s", "t").failed().ended(ContainerRole.CLIENT, ContainerEnd.exited(1));

        assertThat(whoseOf(failed, cell("b", "s", "t").failed(), cell("a", "other", "t")))
                .startsWith("probably the server: ");
        assertThat(whoseOf(failed, cell("b", "s", "t"), cell("a", "other", "t")))
                .startsWith("probably the client, which exited with 1: this server fails it with 1 of 2 clients; ");
    }

    @Test
    void nothingIsGuessedWhereTheVerdictNamesTheEndpointOrNone() {
        var peers = new CellBuilder[] {
            cell("a", "s2", "t").failed(), cell("a", "s3", "t").failed(), cell("b", "s", "t")
        };

        assertThat(whoseOf(ended(SUITES.by(AtFault.NEITHER)), peers))
                .isEqualTo("neither alone, by what both sent: this server fails it with 1 of 2 clients;"
                        + " this client passes it with 0 of 3 servers");
        assertThat(whoseOf(ended(SUITES.by(AtFault.SERVER)), peers)).startsWith("the server, by what both sent: ");
        assertThat(whoseOf(ended(SUITES.by(AtFault.CLIENT))))
                .isEqualTo("the client, by what both sent; no other pair ran this test case");
        assertThat(whoseOf(ended(SUITES), peers)).startsWith("probably the client: ");
    }

    private static CellBuilder ended(Finding finding) {
        return cell("a", "s", "t").failed(finding).ended(ContainerRole.CLIENT, ContainerEnd.exited(1));
    }

    @Test
    void nothingIsSaidOfTwoThatBothEndedWithAnError() {
        var failed = cell("a", "s", "t")
                .failed()
                .ended(ContainerRole.CLIENT, ContainerEnd.exited(1))
                .ended(ContainerRole.SERVER, ContainerEnd.exited(1));

        assertThat(whoseOf(failed)).isEmpty();
    }

    @Test
    void anUnsupportedCellDoesNotReadAsIfItBrokeARule() {
        var rule = new Finding(
                "The endpoint supports the test case", "", "a supported test case", "exit code 127", Location.none());
        var verdict = new Verdict(
                Outcome.UNSUPPORTED,
                new Reason(ReasonCode.CLIENT_UNSUPPORTED, "the client ended with exit code 127"),
                List.of(rule),
                List.of());

        assertThat(text(cell("a", "b", "t").verdict(verdict)))
                .startsWith("a → b  t: the client ended with exit code 127\n")
                .doesNotContain("supports the test case", "expected");
    }

    @Test
    void undecidedAndUnsupportedCellsAreNotCompared() {
        assertThat(whose(
                        cell("b", "s", "t").cameOut(Outcome.UNSUPPORTED, ReasonCode.CLIENT_UNSUPPORTED, "127"),
                        cell("c", "s", "t").cameOut(Outcome.UNDECIDED, ReasonCode.NO_KEYLOG, "no keylog"),
                        cell("d", "s", "t").over("quic").failed()))
                .isEmpty();
    }

    @Test
    void anotherRouteOfTheSamePairIsNotCompared() {
        var remote = new CellRoute(
                "remote-quic",
                Optional.of("quic"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("moqt://relay.example"));
        var failed = cell("a", "s", "t").over("quic").failed().build();

        assertThat(FaultAttribution.of(
                        failed,
                        CellsByEndpoint.of(List.of(
                                cell("a", "s", "t").route(remote).failed().build(),
                                cell("b", "s", "t").route(remote).failed().build()))))
                .isEmpty();
    }

    @Test
    void aPeersOtherRouteIsNoPeerOfItsOwn() {
        var failed = cell("a", "s", "t").route(remote("remote-quic")).failed().build();
        var passed = List.of(
                cell("a", "other", "t").over("quic").build(),
                cell("a", "third", "t").route(remote("remote-quic")).build(),
                cell("a", "third", "t").route(remote("remote-quic-2")).build());

        assertThat(FaultAttribution.of(failed, CellsByEndpoint.of(passed)))
                .hasValue("this server fails it with 1 of 1 clients; this client passes it with 1 of 2 servers");
    }

    @Test
    void aPeerThatFailsOnOneOfItsRoutesCountsAsFailing() {
        var failed = cell("a", "s", "t").route(remote("remote-quic")).failed().build();
        var mixed = List.of(
                cell("a", "third", "t").route(remote("remote-quic")).build(),
                cell("a", "third", "t").route(remote("remote-quic-2")).failed().build());

        assertThat(FaultAttribution.of(failed, CellsByEndpoint.of(mixed)))
                .hasValue("this server fails it with 1 of 1 clients; this client passes it with 0 of 2 servers");
    }

    private static CellRoute remote(String label) {
        return new CellRoute(
                label, Optional.of("quic"), Optional.empty(), Optional.empty(), Optional.of("moqt://" + label));
    }

    @Test
    void furtherFindingsAreListedByTheirRules() {
        var other = new Finding("No Retry is sent", "RFC 9000 §8.1.2", "none", "one", Location.ofFile("x"));
        assertThat(text(cell("a", "b", "t").failed(SUITES, other, other)))
                .contains("\n  also      2 more: No Retry is sent\n");
    }

    @Test
    void aLineOfALogIsALocation() {
        var finding = new Finding("r", "", "e", "s", Location.ofLine("server/stderr.log", 12));
        assertThat(text(cell("a", "b", "t").failed(finding)))
                .contains("\n  rule      r\n")
                .contains("\n  where     server/stderr.log:12\n");
    }

    @Test
    void textFromALogCannotControlTheTerminalOrAddLines() {
        var finding = new Finding("r", "s", "e\n- x", "\u001b]0;owned\u0007" + "x".repeat(10_000), Location.none());
        var text = text(cell("a", "b", "t").failed(finding));

        assertThat(text).doesNotContain("\u001b", "\u0007").contains("e\\u000a- x", "\\u001b]0;owned\\u0007xxx");
        assertThat(text.lines()).allSatisfy(it -> assertThat(it).hasSizeLessThan(400));
    }

    @Test
    void aCellThatWasNotRunHasNoLogs() {
        assertThat(text(cell("a", "b", "t").cameOut(Outcome.SKIPPED, ReasonCode.NOT_COMPLIANT, "b is not compliant")))
                .isEqualTo("a → b  t: b is not compliant\n  replay  ./interop replay quic/b_a/t");
    }

    /** The fault attribution for the failure of {@code a} against {@code s}, given these other cells. */
    private static String whose(CellBuilder... others) {
        return whoseOf(cell("a", "s", "t").failed(), others);
    }

    private static String whoseOf(CellBuilder failed, CellBuilder... others) {
        return card(failed, others).lines().stream()
                .filter(it -> it.label().equals("whose"))
                .map(FailureCard.Line::text)
                .findFirst()
                .orElse("");
    }

    private static String text(CellBuilder cell, CellBuilder... others) {
        return card(cell, others).text();
    }

    private static FailureCard card(CellBuilder cell, CellBuilder... others) {
        var all = Stream.concat(Stream.of(cell), Stream.of(others))
                .map(CellBuilder::build)
                .toList();
        return FailureCard.of(all.get(0), List.copyOf(all), Repetition.byCommand("./interop"));
    }
}
