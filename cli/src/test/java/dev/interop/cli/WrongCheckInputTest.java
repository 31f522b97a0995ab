package dev.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invalid options of a check are refused in one line that names the option and valid values. */
class WrongCheckInputTest {
    private static final Path REGISTRY = Path.of("..", "implementations.json");

    /** A registry with a remote relay, and with a relay whose draft nobody else speaks, each also a client. */
    private static final String FURTHER = """
            {"version": "2.0", "implementations": {
              "elsewhere": {"moqt": {"draft_versions": ["draft-18"], "roles": {
                "relay": {"remote": [{"url": "moqt://relay.example:4443"}]},
                "client": {"image": "example/elsewhere:1"}}}},
              "alone": {"moqt": {"draft_versions": ["draft-7"], "roles": ["relay", "client"], "image": "example/alone:1"}}}}
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void anUnknownTransportIsRefused() {
        isRefused(
                "--transport 'foo': MoQT takes quic or webtransport",
                "aiomoqt",
                "--protocol",
                "moqt",
                "--transport",
                "foo");
    }

    @Test
    void aTransportIsRefusedForAProtocolWithOneTransport() {
        isRefused(
                "--transport 'quic': QUIC has no choice of transports; leave it out", "quic-go", "--transport", "quic");
        isRefused(
                "--transport 'foo': WebTransport has no choice of transports",
                "webtransport-go",
                "--protocol",
                "webtransport",
                "--transport",
                "foo");
    }

    @Test
    void aDraftThatNoImplementationSpeaksIsRefused() {
        isRefused(
                "--draft 'draft-99': no implementation of the registry speaks it; MoQT is spoken in draft-07, draft-14, draft-15",
                "example/mine:1",
                "--protocol",
                "moqt",
                "--draft",
                "draft-99");
    }

    @Test
    void aDraftThatTheImplementationDoesNotSpeakIsRefused() {
        isRefused(
                "--draft 'draft-14': moq-rs: as relay it speaks draft-18, draft-16; add --role client",
                "moq-rs",
                "--protocol",
                "moqt",
                "--draft",
                "draft-14");
    }

    @Test
    void aDraftIsRefusedForAProtocolWithoutDrafts() {
        isRefused(
                "--draft 'draft-18': the registry has no drafts for QUIC; leave it out",
                "quic-go",
                "--draft",
                "draft-18");
    }

    @Test
    void aDraftThatNoPeerSpeaksIsRefused() {
        isRefused(
                "check 'example/mine:1': no relay of the registry fits it as client: aiomoqt: no common"
                        + " version: example-mine-1 speaks draft-17, aiomoqt speaks draft-18, draft-16, draft-14; ",
                "example/mine:1",
                "--protocol",
                "moqt",
                "--role",
                "client",
                "--draft",
                "draft-17");
    }

    @Test
    void anUnknownPeerIsRefused() {
        isRefused(
                "--with 'nosuch': no such implementation of MoQT; relays that fit: aiomoqt, moq-rs, moq-dev",
                "moqtap",
                "--protocol",
                "moqt",
                "--with",
                "nosuch");
        isRefused("nearest: aiomoqt", "moqtap", "--protocol", "moqt", "--with", "aiomoq");
    }

    @Test
    void aPeerOfAnotherProtocolIsRefused() {
        isRefused(
                "--with 'quic-go': the registry knows it for quic, not for moqt; relays that fit: aiomoqt",
                "moqtap",
                "--protocol",
                "moqt",
                "--with",
                "quic-go");
    }

    @Test
    void aPeerOfTheSameRoleIsRefused() {
        isRefused(
                "--with 'moqtap': it plays client, and a client is checked with a relay; relays that fit: aiomoqt, moq-rs,",
                "moqtap",
                "--protocol",
                "moqt",
                "--with",
                "moqtap");
        isRefused(
                "--with 'nginx': it plays server, and a server is checked with a client (--role client fits it); clients"
                        + " that fit: quic-go,",
                "quic-go",
                "--with",
                "nginx");
    }

    @Test
    void aPeerThatSharesNoDraftIsRefused() {
        isRefused(
                "--with 'alone': no common version: moqtap speaks draft-18, draft-16, draft-14, alone speaks draft-07;"
                        + " relays that fit: aiomoqt,",
                "moqtap",
                "--protocol",
                "moqt",
                "--with",
                "alone");
    }

    @Test
    void aPeerWithRemoteEndpointsOnlyIsRefused() {
        isRefused(
                "--with 'elsewhere': it has remote endpoints only; relays that fit: aiomoqt",
                "moqtap",
                "--protocol",
                "moqt",
                "--with",
                "elsewhere");
    }

    @Test
    void aRelayWithRemoteEndpointsOnlyCannotBeChecked() {
        isRefused(
                "check 'elsewhere': as relay it has remote endpoints only, and it is images that are checked; name one of it;"
                        + " add --role client",
                "elsewhere",
                "--protocol",
                "moqt");
    }

    @Test
    void anImplementationOfAnotherProtocolIsRefused() {
        isRefused(
                "check 'aiomoqt': no such implementation of QUIC; the registry knows it otherwise: add --protocol moqt",
                "aiomoqt");
    }

    @Test
    void anUnknownNameIsRefused() {
        isRefused(
                "check 'quicgo': no such implementation of QUIC; nearest: quic-go; an image is named with its tag,"
                        + " as in IMAGE:TAG",
                "quicgo");
    }

    @Test
    void aRoleThatTheImplementationDoesNotPlayIsRefused() {
        isRefused("--role 'foo': quic-go plays client, server", "quic-go", "--role", "foo");
    }

    @Test
    void aVariableWithoutAValueIsRefused() {
        isRefused("--env 'foo': is no variable; write NAME=VALUE", "quic-go", "--env", "foo");
    }

    @Test
    void anUnknownTestCaseIsRefused() {
        isRefused("--tests 'handshke': no such test case; nearest: handshake", "quic-go", "--tests", "handshke");
    }

    @Test
    void anUnknownProtocolIsRefused() {
        isRefused(
                "protocol 'quick' is not known; there are: moqt, quic, webtransport", "quic-go", "--protocol", "quick");
    }

    private void isRefused(String message, String... arguments) {
        err.getBuffer().setLength(0);
        var all = new ArrayList<>(List.of("check", "--registry", REGISTRY + "," + further()));
        all.addAll(List.of(arguments));

        var exit = Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));

        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("interop: ")
                .contains(message);
        assertThat(exit).isEqualTo(ExitCode.USAGE);
        assertThat(out.toString()).isEmpty();
    }

    private Path further() {
        try {
            return Files.writeString(folder.resolve("further.json"), FURTHER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
