package dev.interop.report;

import static dev.interop.testing.CellBuilder.cell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.ContainerRole;
import dev.interop.recording.Provenance;
import dev.interop.result.Measured;
import dev.interop.testing.RunBuilder;
import dev.interop.testing.SimpleTestCase;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Location;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownMatrixTest {
    private static final SimpleTestCase H = new SimpleTestCase("H", "handshake", "One handshake.");
    private static final SimpleTestCase C20 = new SimpleTestCase("C20", "chacha20", "ChaCha20 | only.");

    @Test
    void thePageHasAllMeasuredValues() {
        var run = RunBuilder.run("quic-go", "nginx", H)
                .with(cell("quic-go", "nginx", "handshake").measured(Measured.of("kbps", List.of(9400.0, 9430.0))))
                .build();

        assertThat(new MarkdownMatrix().text(run, Repetition.byCommand("./interop")))
                .contains("""
                ## Measured

                | cell | mean (± standard deviation) | values |
                |---|---|---|
                | quic-go → nginx  handshake | 9415 (± 21) kbps | 9400, 9430 |
                """);
    }

    @Test
    void thePageHasTheMatrixReasonsAndImages(@TempDir Path folder) throws Exception {
        var run = RunBuilder.run("quic-go", "quic-go nginx", H, C20)
                .with(cell("quic-go", "nginx", "chacha20")
                        .failed(new Finding(
                                "One suite",
                                "RFC 9001 §5.3",
                                "TLS_CHACHA20_POLY1305_SHA256",
                                "2 suites",
                                Location.ofPacket("sim/trace_node_left.pcap", 3, 0.0124))))
                .with(cell("quic-go", "quic-go", "chacha20")
                        .cameOut(Outcome.UNSUPPORTED, ReasonCode.SERVER_UNSUPPORTED, "the server ended with 127"))
                .build();

        new MarkdownMatrix().write(folder.resolve("matrix.md"), run, Repetition.byCommand("./interop"));

        assertThat(Files.readString(folder.resolve("matrix.md"))).isEqualTo("""
                # QUIC: 1 clients × 2 servers × 2 test cases

                2 succeeded, 1 failed, 1 unsupported. Ran from 2026-11-22T16:10:00Z for 6 min 40 s, seed 0x12d687.

                | client ↓ server → | quic-go | nginx |
                |---|---|---|
                | **quic-go** | H – | H ✕ |

                Letter = passed, ✕ = failed, – = unsupported, ? = undecided, ! = error, · = not run.

                ## Failed

                ### quic-go → nginx  chacha20

                2 suites; expected TLS\\_CHACHA20\\_POLY1305\\_SHA256 (packet 3, 0.012 s, sim/trace\\_node\\_left.pcap) · RFC 9001 §5.3

                - rule: One suite · RFC 9001 §5.3
                - expected: TLS\\_CHACHA20\\_POLY1305\\_SHA256
                - seen: 2 suites
                - where: packet 3, 0.012 s, sim/trace\\_node\\_left.pcap
                - logs: `quic/logs/nginx_quic-go/chacha20`
                - replay: `./interop replay quic/nginx_quic-go/chacha20`

                ## Unsupported

                - **quic-go → quic-go  chacha20**: the server ended with 127 (server-unsupported)

                ## Test cases

                | letter | name | about |
                |---|---|---|
                | H | handshake | One handshake. |
                | C20 | chacha20 | ChaCha20 \\| only. |

                ## Images

                | implementation | role | version | image | id |
                |---|---|---|---|---|
                | quic-go | client | 1.0 | example/quic-go:1 | sha256:c1 |
                | quic-go | server | 1.0 | example/quic-go:1 | sha256:5e |
                | nginx | server | 1.0 | example/nginx:1 | sha256:5e |
                | simulator | | | | sha256:51 |
                """);
    }

    @Test
    void aMatrixSaysWhichImagesHadOtherFilesInThem() {
        var sha256 = "0123456789abcdef".repeat(4);
        var run = RunBuilder.run("quic-go", "quic-go nginx", H)
                .with(cell("quic-go", "nginx", "handshake").mounted(ContainerRole.CLIENT, "/usr/bin/client", sha256))
                .with(cell("quic-go", "quic-go", "handshake").mounted(ContainerRole.CLIENT, "/usr/bin/client", sha256))
                .build();

        assertThat(ConditionLines.of(run))
                .containsExactly(
                        "quic-go ran with files that are not its image's: /usr/bin/client (sha256 0123456789ab)");
    }

    @Test
    void aReleaseThatAnEndpointWroteDownIsBesideTheVersionOfItsEntry() {
        var run = RunBuilder.run("quic-go", "nginx kwik", H)
                .with(cell("quic-go", "nginx", "handshake").release(ContainerRole.CLIENT, "Quic <1.0.7>"))
                .with(cell("quic-go", "kwik", "handshake").release(ContainerRole.CLIENT, "Quic <1.0.7>"))
                .build();

        assertThat(new MarkdownMatrix().text(run, Repetition.byCommand("./interop")))
                .contains("| quic-go | client | 1.0, Quic &lt;1.0.7&gt; |", "| nginx | server | 1.0 |");
    }

    @Test
    void markupInALogIsEscaped() {
        var hostile =
                "</td><script>alert(1)</script> | [x](http://evil.example) ![y](z)\n# heading\u001b[2J `code` @someone";
        var run = RunBuilder.run("a", "b", H)
                .with(cell("a", "b", "handshake")
                        .failed(new Finding(hostile, hostile, hostile, hostile, Location.ofFile(hostile))))
                .build();

        assertThat(new MarkdownMatrix().text(run, Repetition.byCommand("./interop")))
                .doesNotContain("<script", "http://", "\n# heading", "\u001b", "@someone")
                .doesNotContainPattern("[^\\\\]\\[")
                .contains("&lt;script&gt;", "\\| \\[x\\](http:&#47;/evil.example) \\!\\[y\\](z)\\\\u000a\\# heading");
    }

    @Test
    void eachTransportHasATableAndAFailureNamesItsOwn() {
        var run = RunBuilder.run("a", "b", H, C20)
                .with(cell("a", "b", "handshake").over("quic"))
                .with(cell("a", "b", "handshake").over("webtransport").failed())
                .with(cell("a", "b", "chacha20").over("quic").cameOut(Outcome.SKIPPED, ReasonCode.FILTERED, "filtered"))
                .build();

        assertThat(new MarkdownMatrix().text(run, Repetition.byCommand("./interop")))
                .containsSubsequence("**direct**", "| **a** | H C20 |", "**quic**", "| **a** | H · |")
                .containsSubsequence("**webtransport**", "| **a** | ✕ |")
                .contains("### a → b  handshake (webtransport)");
    }

    @Test
    void aRunWithoutCellsHasAPage() {
        assertThat(new MarkdownMatrix().text(RunBuilder.run("a", "b").build(), Repetition.byCommand("./interop")))
                .contains("No cells. Ran from", "| **a** |  |");
    }

    @Test
    void theSourcesOfImagesHaveATableOfTheirOwn() {
        var main = new Provenance("https://git.example/x", "main", "1a2b3c", true, "");
        var hostile = new Provenance("<b>", "| @me", "`x`", false, "");
        var run = RunBuilder.run("a c", "b", H, C20)
                .with(cell("a", "b", "handshake").builtFrom(ContainerRole.CLIENT, main))
                .with(cell("a", "b", "chacha20").builtFrom(ContainerRole.CLIENT, main))
                .with(cell("c", "b", "handshake").builtFrom(ContainerRole.SERVER, hostile))
                .build();

        assertThat(new MarkdownMatrix().text(run, Repetition.byCommand("./interop")))
                .endsWith("""

                ## Built from

                | implementation | role | repository | ref | commit | changed |
                |---|---|---|---|---|---|
                | a | client | https:&#47;/git.example/x | main | 1a2b3c | yes |
                | b | server | &lt;b&gt; | \\| &#64;me | \\`x\\` | no |
                """);
    }
}
