package dev.interop.report;

import static dev.interop.testing.CellBuilder.cell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.result.Measured;
import dev.interop.result.RunResult;
import dev.interop.testing.RunBuilder;
import dev.interop.testing.SimpleTestCase;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Location;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TerminalMatrixTest {
    private static final SimpleTestCase H = new SimpleTestCase("H", "handshake");
    private static final SimpleTestCase DC = new SimpleTestCase("DC", "transfer");
    private static final SimpleTestCase C20 = new SimpleTestCase("C20", "chacha20");

    private final RunResult run = RunBuilder.run("quic-go kwik", "quic-go nginx", H, DC, C20)
            .with(cell("quic-go", "nginx", "chacha20").failed())
            .with(cell("kwik", "nginx", "chacha20")
                    .cameOut(Outcome.UNSUPPORTED, ReasonCode.CLIENT_UNSUPPORTED, "the client ended with 127"))
            .with(cell("kwik", "quic-go", "handshake")
                    .cameOut(Outcome.ERROR, ReasonCode.IMAGE_MISSING, "image example/kwik:1 is missing"))
            .with(cell("kwik", "quic-go", "transfer").cameOut(Outcome.UNDECIDED, ReasonCode.NO_KEYLOG, "no keylog"))
            .with(cell("kwik", "quic-go", "chacha20").cameOut(Outcome.SKIPPED, ReasonCode.CANCELLED, "cancelled"))
            .without("kwik", "nginx", "transfer")
            .build();

    @Test
    void theMatrixIsReadableWithoutColour() {
        assertThat(new TerminalMatrix(Colour.NEVER, 80, StandardCharsets.UTF_8)
                        .text(run, Repetition.byCommand("./interop")))
                .isEqualTo("""
                                  quic-go    nginx
                        quic-go   H DC C20   H DC ✕
                        kwik      ! ?  ·     H    –

                        letter = passed, ✕ = failed, – = unsupported, ? = undecided, ! = error, · = not run
                        H handshake, DC transfer, C20 chacha20

                        ✕ quic-go → nginx  chacha20   that; expected this · RFC 9000 §1
                            the rule · RFC 9000 §1
                            this server fails it with 1 of 1 clients; this client passes it with 1 of 2 servers
                            ./interop replay quic/nginx_quic-go/chacha20
                        ! kwik → quic-go  handshake   image example/kwik:1 is missing
                            ./interop replay quic/quic-go_kwik/handshake
                        ? kwik → quic-go  transfer   no keylog
                            ./interop replay quic/quic-go_kwik/transfer
                        6 succeeded, 1 failed, 1 unsupported, 1 undecided, 1 not run, 1 error in 6 min 40 s, seed 0x12d687
                        """);
    }

    @Test
    void measuredValuesStandBelowTheMatrix() {
        var measured = RunBuilder.run("quic-go kwik", "nginx", H)
                .with(cell("quic-go", "nginx", "handshake").measured(Measured.of("kbps", List.of(9400.0, 9430.0))))
                .with(cell("kwik", "nginx", "handshake").measured(Measured.of("kbps", List.of(8000.4))))
                .build();

        assertThat(new TerminalMatrix(Colour.NEVER, 80, StandardCharsets.US_ASCII)
                        .text(measured, Repetition.byCommand("./interop")))
                .contains("""

                        quic-go -> nginx  handshake   9415 (+- 21) kbps, 2 repetitions
                        kwik -> nginx  handshake      8000 (+- 0) kbps, 1 repetition

                        2 succeeded""");
    }

    @Test
    void equalFailuresShareOneCardThatNamesAllCells() {
        var same = RunBuilder.run("a b c", "x", H, DC)
                .with(cell("a", "x", "handshake").failed(seen("packet 3 has no token")))
                .with(cell("b", "x", "handshake").failed(seen("packet 17 has no token")))
                .with(cell("b", "x", "transfer").failed(seen("no packet")))
                .with(cell("c", "x", "handshake").failed(seen("packet 5 has no token")))
                .with(cell("c", "x", "transfer").cameOut(Outcome.ERROR, ReasonCode.HARNESS, "no packet"))
                .build();

        assertThat(new TerminalMatrix(Colour.NEVER, 80, StandardCharsets.UTF_8)
                        .text(same, Repetition.byCommand("./interop")))
                .contains("""
                        ✕ a → x  handshake   packet 3 has no token; expected a token · RFC 9000 §8
                            the rule · RFC 9000 §8
                            this server fails it with 3 of 3 clients; this client passes it with 0 of 1 servers
                            ./interop replay quic/x_a/handshake
                            and the same in 2 more cells: b → x  handshake; c → x  handshake
                        ✕ b → x  transfer   no packet; expected a token · RFC 9000 §8
                        """)
                .contains("""
                            ./interop replay quic/x_b/transfer
                        ! c → x  transfer   no packet
                        """);
    }

    @Test
    void aCardOfManyEqualFailuresNamesOnlySome() {
        var names = "a b c d e f g h i j k";
        var run = RunBuilder.run(names, "x", H);
        for (var client : names.split(" ")) {
            run.with(cell(client, "x", "handshake").failed());
        }

        assertThat(new TerminalMatrix(Colour.NEVER, 80, StandardCharsets.US_ASCII)
                        .text(run.build(), Repetition.byCommand("./interop")))
                .containsOnlyOnce("replay")
                .containsPattern("and the same in 10 more cells: b -> x  handshake; .*; i -> x  handshake; [.]+\n");
    }

    private static Finding seen(String what) {
        return new Finding("the rule", "RFC 9000 §8", "a token", what, Location.none());
    }

    @Test
    void colourChangesNoText() {
        var plain = new TerminalMatrix(Colour.NEVER, 80, StandardCharsets.UTF_8)
                .text(run, Repetition.byCommand("./interop"));
        var coloured = new TerminalMatrix(Colour.ALWAYS, 80, StandardCharsets.UTF_8)
                .text(run, Repetition.byCommand("./interop"));

        assertThat(coloured).contains("\u001b[1;31m✕").contains("\u001b[32mC20\u001b[0m");
        assertThat(withoutColour(coloured)).isEqualTo(plain);
    }

    @Test
    void serversThatDoNotFitGetATableBelow() {
        assertThat(new TerminalMatrix(Colour.NEVER, 20, StandardCharsets.UTF_8)
                        .text(run, Repetition.byCommand("./interop")))
                .startsWith("""
                                  quic-go
                        quic-go   H DC C20
                        kwik      ! ?  ·

                                  nginx
                        quic-go   H DC ✕
                        kwik      H    –

                        """);
    }

    @Test
    void aTerminalWithoutUnicodeGetsAsciiSigns() {
        var text = new TerminalMatrix(Colour.NEVER, 80, StandardCharsets.US_ASCII)
                .text(run, Repetition.byCommand("./interop"));

        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(text)).isTrue();
        assertThat(text)
                .contains(
                        "kwik      ! ?  .     H    -",
                        "x quic-go -> nginx  chacha20   that; expected this . RFC 9000 section 1");
    }

    @Test
    void numbersAreTheSameInEveryLocale() {
        var before = Locale.getDefault();
        try {
            var expected = new TerminalMatrix(Colour.NEVER, 80, StandardCharsets.UTF_8)
                    .text(run, Repetition.byCommand("./interop"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(new TerminalMatrix(Colour.NEVER, 80, StandardCharsets.UTF_8)
                            .text(run, Repetition.byCommand("./interop")))
                    .isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String withoutColour(String text) {
        // A coloured line keeps the trailing spaces of its last field.
        return text.replaceAll("\u001b\\[[0-9;]*m", "").replaceAll("(?m) +$", "");
    }
}
