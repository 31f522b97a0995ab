package dev.interop.webtransport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.ContainerRole;
import dev.interop.recording.DownloadedFile;
import dev.interop.recording.Recording;
import dev.interop.testing.RecordingBuilder;
import dev.interop.trace.Depth;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NegotiatedProtocolTest {
    private static final String FILE = "negotiated_protocol.txt";

    @ParameterizedTest
    @ValueSource(strings = {"b", "b\n", "b\r\n"})
    void theFirstProtocolOfTheClientThatTheServerAlsoOffersPasses(String text) {
        assertThat(examine(ContainerRole.CLIENT, written(ContainerRole.CLIENT, FILE, text)))
                .isInstanceOf(CheckResult.Passed.class);
        assertThat(examine(ContainerRole.SERVER, written(ContainerRole.SERVER, FILE, text)))
                .isInstanceOf(CheckResult.Passed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "c,      'c, which comes later in the client''s list'",
        "a,      'a, which only the client has'",
        "x,      'x, which only the server has'",
        "'',     negotiated_protocol.txt is empty",
        "b b,    3 bytes that are not one of the protocols"
    })
    void anyOtherContentFails(String text, String seen) {
        assertThat(seen(examine(ContainerRole.CLIENT, written(ContainerRole.CLIENT, FILE, text))))
                .isEqualTo(seen);
    }

    @Test
    void aMissingFileFails() {
        var none = "no negotiated_protocol.txt in its /downloads";

        assertThat(seen(examine(ContainerRole.SERVER, written(ContainerRole.CLIENT, FILE, "b"))))
                .isEqualTo(none);
        assertThat(seen(examine(ContainerRole.CLIENT, written(ContainerRole.CLIENT, "den/" + FILE, "b"))))
                .isEqualTo(none);
    }

    @Test
    void aSymbolicLinkFails() {
        var link = new DownloadedFile(
                ContainerRole.CLIENT, FILE, DownloadedFile.Kind.SYMLINK, 0, "", OptionalLong.empty());

        assertThat(seen(examine(ContainerRole.CLIENT, link))).isEqualTo(FILE + " is not a regular file");
    }

    private static CheckResult examine(ContainerRole role, DownloadedFile file) {
        var recording = RecordingBuilder.recording(Path.of("nowhere"))
                .webTransport("handshake")
                .variable(ContainerRole.CLIENT, "PROTOCOLS", "a b c")
                .variable(ContainerRole.SERVER, "PROTOCOLS", "x c b")
                .downloaded(file)
                .build();
        return new NegotiatedProtocol(role).examine(new Files(recording));
    }

    private static String seen(CheckResult result) {
        assertThat(result).isInstanceOf(CheckResult.Failed.class);
        return ((CheckResult.Failed) result).findings().get(0).seen();
    }

    private static DownloadedFile written(ContainerRole by, String path, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            var digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            return new DownloadedFile(by, path, DownloadedFile.Kind.FILE, bytes.length, digest, OptionalLong.empty());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Evidence without traces. */
    private record Files(Recording recording) implements Evidence {
        @Override
        public Trace trace(Side side, Depth depth) {
            throw new IllegalStateException("no trace is needed");
        }
    }
}
