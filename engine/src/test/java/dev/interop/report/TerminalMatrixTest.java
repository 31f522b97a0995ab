package dev.interop.report;

import static dev.interop.testing.CellBuilder.cell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.result.RunResult;
import dev.interop.testing.RunBuilder;
import dev.interop.testing.SimpleTestCase;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import java.nio.charset.StandardCharsets;
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
        assertThat(new TerminalMatrix(Colour.NEVER, 80, StandardCharsets.UTF_8).text(run))
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
    void colourOnlyAdds() {
        var plain = new TerminalMatrix(Colour.NEVER, 80, StandardCharsets.UTF_8).text(run);
        var coloured = new TerminalMatrix(Colour.ALWAYS, 80, StandardCharsets.UTF_8).text(run);

        assertThat(coloured).contains("\u001b[1;31m✕").contains("\u001b[32mC20\u001b[0m");
        assertThat(withoutColour(coloured)).isEqualTo(plain);
    }

    @Test
    void serversThatDoNotFitStandBelow() {
        assertThat(new TerminalMatrix(Colour.NEVER, 20, StandardCharsets.UTF_8).text(run))
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
    void aTerminalWithoutUnicodeGetsSignsThatItCanShow() {
        var text = new TerminalMatrix(Colour.NEVER, 80, StandardCharsets.US_ASCII).text(run);

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
            var expected = new TerminalMatrix(Colour.NEVER, 80, StandardCharsets.UTF_8).text(run);
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(new TerminalMatrix(Colour.NEVER, 80, StandardCharsets.UTF_8).text(run))
                    .isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String withoutColour(String text) {
        // A coloured line keeps the blanks that pad its last field.
        return text.replaceAll("\u001b\\[[0-9;]*m", "").replaceAll("(?m) +$", "");
    }
}
