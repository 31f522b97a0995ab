package dev.interop.quic;

import static dev.interop.testing.TraceBuilder.trace;
import static dev.interop.trace.PacketType.HANDSHAKE;
import static dev.interop.trace.PacketType.INITIAL;
import static dev.interop.trace.PacketType.RETRY;
import static dev.interop.trace.Side.CLIENT;
import static dev.interop.trace.Side.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.ContainerRole;
import dev.interop.recording.DownloadedFile;
import dev.interop.recording.Recording;
import dev.interop.testing.RecordingBuilder;
import dev.interop.testing.TraceBuilder;
import dev.interop.trace.Contents;
import dev.interop.trace.CryptoRange;
import dev.interop.trace.Depth;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import dev.interop.verdict.Check;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;
import dev.interop.verdict.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Covers behaviour that no stored recording of a real endpoint shows. */
class ChecksTest {
    private static final Path NOWHERE = Path.of("nowhere");

    @Test
    void aClientHelloThatIsSentOnlyOnceFailsWhereTwoAreRequired() {
        var once = trace().crypto(CLIENT, INITIAL, new CryptoRange(0, 300)).messages(SERVER, INITIAL, 2);

        assertThat(failures(Checks.clientHellos(2), once)).singleElement().satisfies(it -> {
            assertThat(it.seen()).isEqualTo("the client sent 1");
            assertThat(it.evidence().packet()).hasValue(1);
        });
    }

    @Test
    void aPacketThatWasNotDecryptedMayHaveAHigherLimit() {
        var sealed = trace().maxStreamsBidi(SERVER, 500).sealed(SERVER, HANDSHAKE);

        assertThat(examine(Checks.maxStreamsBidi(1000), sealed)).isInstanceOf(CheckResult.Undecided.class);
    }

    @Test
    void aClientHelloInTwoPacketsIsCountedOnce() {
        var split = trace().crypto(CLIENT, INITIAL, new CryptoRange(0, 1000))
                .crypto(CLIENT, INITIAL, new CryptoRange(1000, 500));

        assertThat(failures(Checks.clientHellos(2), split))
                .extracting(Finding::seen)
                .contains("the client sent 1");
    }

    @Test
    void aPartOfAClientHelloThatIsSentAgainCountsAsASecondOne() {
        var repeated = trace().crypto(CLIENT, INITIAL, new CryptoRange(0, 1000))
                .crypto(CLIENT, INITIAL, new CryptoRange(1000, 500))
                .crypto(CLIENT, INITIAL, new CryptoRange(400, 200));

        assertThat(examine(Checks.clientHellos(2), repeated)).isInstanceOf(CheckResult.Passed.class);
    }

    @Test
    void aClientHelloThatCannotBeReadLeavesTheCheckUndecided() {
        assertThat(examine(Checks.clientHellos(2), trace().sealed(CLIENT, INITIAL)))
                .isInstanceOf(CheckResult.Undecided.class);
        assertThat(examine(Checks.onlyCipherSuite(0x1303), trace().sealed(CLIENT, INITIAL)))
                .isInstanceOf(CheckResult.Undecided.class);
    }

    @Test
    void aServerThatAllowsTooManyStreamsFails() {
        var tooMany = trace().messages(CLIENT, INITIAL, Contents.CLIENT_HELLO).maxStreamsBidi(SERVER, 1001);

        assertThat(failures(Checks.maxStreamsBidi(1000), tooMany))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.seen()).isEqualTo("the server allowed 1001 streams");
                    assertThat(it.evidence().packet()).hasValue(2);
                });
    }

    @Test
    void theClientsStreamLimitIsIgnored() {
        var both = trace().maxStreamsBidi(CLIENT, 5000).maxStreamsBidi(SERVER, 1000);

        assertThat(examine(Checks.maxStreamsBidi(1000), both)).isInstanceOf(CheckResult.Passed.class);
    }

    @Test
    void transportParametersWithoutALimitFailAndMissingOnesAreUndecided() {
        var without = trace().messages(SERVER, HANDSHAKE, Contents.ENCRYPTED_EXTENSIONS);

        assertThat(examine(Checks.maxStreamsBidi(1000), without)).isInstanceOf(CheckResult.Failed.class);
        assertThat(examine(Checks.maxStreamsBidi(1000), trace().sealed(SERVER, HANDSHAKE)))
                .isInstanceOf(CheckResult.Undecided.class);
    }

    @Test
    void aServerThatSendsNothingFailsEveryCheckOfTheServer() {
        for (var check : List.of(Checks.version(1), Checks.handshakes(1), Checks.retry())) {
            assertThat(failures(check, trace().crypto(CLIENT, INITIAL, new CryptoRange(0, 300))))
                    .as(check.rule())
                    .hasSize(1);
        }
    }

    @Test
    void aSecondHandshakeThatCannotBeReadDoesNotCountAsResumed() {
        var unread = trace().messages(
                        SERVER, HANDSHAKE, Contents.ENCRYPTED_EXTENSIONS, Contents.CERTIFICATE, Contents.FINISHED)
                .build();
        var packets = new java.util.ArrayList<>(unread.packets());
        var second = trace().sealed(SERVER, HANDSHAKE).build().packets().get(0);
        packets.add(new dev.interop.trace.Packet(
                second.datagram(), HANDSHAKE, 1, "", "bb", "", 1200, 1150, second.contents()));

        var result = Checks.certificateOnlyOnce().examine(evidence(new Trace("file", packets, true)));

        assertThat(result).isInstanceOf(CheckResult.Undecided.class);
    }

    @Test
    void aSecondHandshakeIsNeededAndTheFirstOneNeedsACertificate() {
        Integer[] resumed = {Contents.ENCRYPTED_EXTENSIONS, Contents.FINISHED};
        var one = trace().messages(SERVER, HANDSHAKE, Contents.CERTIFICATE, Contents.FINISHED);
        var twoResumed = trace().messages(SERVER, HANDSHAKE, resumed).scid("bb").messages(SERVER, HANDSHAKE, resumed);

        assertThat(failures(Checks.certificateOnlyOnce(), one))
                .extracting(Finding::seen)
                .containsExactly("Handshake packets of 1 handshakes");
        assertThat(failures(Checks.certificateOnlyOnce(), twoResumed))
                .extracting(Finding::seen)
                .containsExactly("no Certificate in the first handshake");
    }

    @Test
    void aRetryWithoutATokenAndAClientThatIgnoresTheTokenFail() {
        var bare = trace().clientHello(0x1301).sealed(SERVER, RETRY);
        var ignored = trace().clientHello(0x1301)
                .token("0badcafe")
                .sealed(SERVER, RETRY)
                .token("")
                .clientHello(0x1301);

        assertThat(failures(Checks.retry(), bare))
                .extracting(Finding::seen)
                .containsExactly("the server sent a Retry without a token");
        assertThat(failures(Checks.retry(), ignored))
                .extracting(Finding::seen)
                .containsExactly("the client went on without the Retry's token");
    }

    @Test
    void aSymbolicLinkAndAFileOfAnotherSizeFail() {
        var recording = RecordingBuilder.recording(NOWHERE)
                .served("a", 3, "aa")
                .served("b", 3, "bb")
                .served("c", 3, "cc")
                .downloaded(new DownloadedFile(
                        ContainerRole.CLIENT, "a", DownloadedFile.Kind.SYMLINK, 0, "", OptionalLong.empty()))
                .downloaded("b", 2, "b0")
                .downloaded("c", 3, "cc")
                .build();

        assertThat(failures(Checks.downloadedFiles(), recording))
                .extracting(Finding::seen)
                .containsExactly("a symbolic link", "2 bytes");
    }

    @Test
    void aThousandMissingFilesMakeOneFinding() {
        var builder = RecordingBuilder.recording(NOWHERE);
        for (int i = 0; i < 1000; i++) {
            builder.served("file" + i, 3, "aa");
        }

        assertThat(failures(Checks.downloadedFiles(), builder.build()))
                .extracting(Finding::seen)
                .containsExactly("1000 missing: file0, file1, file2, …");
    }

    @Test
    void controlCharactersInFileNamesAreEscaped() {
        var recording = RecordingBuilder.recording(NOWHERE)
                .downloaded("\u001b[2J", 3, "aa")
                .build();

        assertThat(failures(Checks.downloadedFiles(), recording))
                .extracting(Finding::seen)
                .containsExactly("1 that nobody asked for: \\u001b[2J");
    }

    @Test
    void notesBesideTheServedFoldersAreIgnoredAndFilesInOtherFoldersAreNot() {
        var recording = RecordingBuilder.recording(NOWHERE)
                .served("den/a", 3, "aa")
                .downloaded("negotiated_protocol.txt", 8, "00")
                .downloaded("den/a", 3, "aa");

        assertThat(Checks.downloadedFiles().examine(new FixedEvidence(recording.build(), trace().build())))
                .isInstanceOf(CheckResult.Passed.class);
        assertThat(failures(
                        Checks.downloadedFiles(),
                        recording.downloaded("den/b", 1, "bb").build()))
                .extracting(Finding::seen)
                .containsExactly("1 that nobody asked for: den/b");
        assertThat(failures(
                        Checks.downloadedFiles(),
                        recording.downloaded("box/a", 3, "aa").build()))
                .extracting(Finding::seen)
                .containsExactly("2 that nobody asked for: den/b, box/a");
    }

    @Test
    void filesOfTheOtherEndpointDoNotCountAsDownloads() {
        var recording = RecordingBuilder.recording(NOWHERE)
                .served("a", 3, "aa")
                .downloaded("a", 3, "aa")
                .build();

        assertThat(failures(Checks.downloadedFiles(ContainerRole.SERVER), recording))
                .extracting(Finding::seen)
                .containsExactly("1 missing: a");
    }

    private static List<Finding> failures(Check check, TraceBuilder trace) {
        return failures(examine(check, trace));
    }

    private static List<Finding> failures(Check check, Recording recording) {
        return failures(check.examine(new FixedEvidence(recording, trace().build())));
    }

    private static List<Finding> failures(CheckResult result) {
        assertThat(result).isInstanceOf(CheckResult.Failed.class);
        return ((CheckResult.Failed) result).findings();
    }

    private static CheckResult examine(Check check, TraceBuilder trace) {
        return check.examine(evidence(trace.build()));
    }

    private static Evidence evidence(Trace trace) {
        return new FixedEvidence(RecordingBuilder.recording(NOWHERE).build(), trace);
    }

    private record FixedEvidence(Recording recording, Trace trace) implements Evidence {
        @Override
        public Trace trace(Side side, Depth depth) {
            return trace;
        }
    }
}
