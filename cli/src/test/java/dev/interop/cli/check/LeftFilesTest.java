package dev.interop.cli.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.interop.protocol.Protocol;
import dev.interop.protocol.Protocols;
import dev.interop.protocol.Route;
import dev.interop.recording.ContainerRole;
import dev.interop.registry.Role;
import dev.interop.testing.Implementations;
import dev.interop.testing.RecordingBuilder;
import dev.interop.testing.StoredRecordings;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The requirements on the files that a client leaves. */
class LeftFilesTest {
    private static final Protocol QUIC = Protocols.installed().named("quic");
    private static final String SECRET = Stream.of(
                    "CLIENT_HANDSHAKE_TRAFFIC_SECRET",
                    "SERVER_HANDSHAKE_TRAFFIC_SECRET",
                    "CLIENT_TRAFFIC_SECRET_0",
                    "SERVER_TRAFFIC_SECRET_0")
            .map(it -> it + " " + "0".repeat(64) + " " + "1".repeat(64))
            .collect(Collectors.joining("\n"));

    @TempDir
    Path folder;

    private RecordingBuilder recording;

    @BeforeEach
    void begin() {
        recording = RecordingBuilder.recording(folder);
    }

    @Test
    void logsWithoutFilesAreNotChecked() {
        recording.stdout(ContainerRole.CLIENT, "").stderr(ContainerRole.CLIENT, "one word");

        assertThat(examine(new LeavesPlainFiles())).isEqualTo(CheckAnswers.notChecked("it left nothing"));
    }

    @Test
    void filesOfTheTestBedAreNotCounted() {
        recording
                .stdout(ContainerRole.CLIENT, "")
                .file("client/stdout.times", "")
                .file("client/keys.log", SECRET)
                .file("client/qlog/one.qlog", "{}")
                .file("client/mlog/one.mlog", "{}");

        assertThat(examine(new LeavesPlainFiles())).isEqualTo(CheckAnswers.met("3 files"));
    }

    @Test
    void aRefusedDownloadIsNoFaultOfTheLogs() {
        recording
                .refused(ContainerRole.CLIENT, "/downloads", "'..\\\\x': its path is not one below")
                .file("client/keys.log", SECRET);

        assertThat(examine(new LeavesPlainFiles())).isEqualTo(CheckAnswers.met("1 file"));
        assertThat(seen(new LeavesDownloads())).startsWith("not taken from /downloads: '..");
    }

    @Test
    void aRefusedLogIsNoFaultOfTheDownloads() {
        recording.refused(ContainerRole.CLIENT, "/logs", "'x': a device, pipe or the like");

        assertThat(seen(new LeavesPlainFiles())).isEqualTo("not taken from /logs: 'x': a device, pipe or the like");
        assertThat(examine(new LeavesDownloads())).isEqualTo(CheckAnswers.met("0 of 0"));
    }

    @Test
    void aFileOutsideTheFoldersOfRequestedFilesIsNotMet() {
        recording
                .served("endpoint/one", 1, "aa")
                .downloaded("endpoint/one", 1, "aa")
                .downloaded("debug.txt", 2, "bb");

        assertThat(seen(new LeavesDownloads())).isEqualTo("not requested: debug.txt");
    }

    @Test
    void aFileInTheFolderOfAnotherEndpointIsNotMet() {
        recording.served("endpoint/one", 1, "aa").downloaded("elsewhere/one", 1, "aa");

        assertThat(seen(new LeavesDownloads())).isEqualTo("not there as it was served: endpoint/one");

        recording.downloaded("endpoint/one", 1, "aa");
        assertThat(seen(new LeavesDownloads())).isEqualTo("not requested: elsewhere/one");
    }

    @Test
    void noOutputIsTakenForAFileThatWasNotCopied() {
        recording.file("output.txt", "testbed| not taken from client /logs: 'x': a symbolic link\n");

        assertThat(examine(new LeavesPlainFiles())).isInstanceOf(CheckResult.Undecided.class);
    }

    @Test
    void secretsAreReadLineByLine() {
        recording.file("client/keys.log", SECRET + "\n");
        assertThat(examine(new WritesKeylog())).isEqualTo(CheckAnswers.met("4 lines"));

        recording.file("client/keys.log", SECRET + "\nCLIENT_RANDOM zz\n");
        assertThat(seen(new WritesKeylog())).isEqualTo("line 5 is no secret");

        recording.file("client/keys.log", SECRET.replace("SERVER_H", "CLIENT_H"));
        assertThat(seen(new WritesKeylog())).isEqualTo("no SERVER_HANDSHAKE_TRAFFIC_SECRET");

        recording.file("client/keys.log", SECRET.replace("TRAFFIC_SECRET_0", "TRAFFIC_SECRET_1"));
        assertThat(seen(new WritesKeylog())).isEqualTo("no CLIENT_TRAFFIC_SECRET_0, SERVER_TRAFFIC_SECRET_0");
    }

    @Test
    void secretsThatOpenNothingAreNotMetAndOnABusyMachineNotChecked() {
        recording.file("client/keys.log", SECRET + "\n");

        var closed = Verdict.of(Outcome.FAILED, ReasonCode.CHECK_FAILED, "none of the client's 1-RTT packets");
        assertThat(CheckAnswers.finding(new WritesKeylog().examine(opened(closed)))
                        .seen())
                .isEqualTo("they open none of the client's 1-RTT packets");

        var busy = Verdict.of(Outcome.UNDECIDED, ReasonCode.OVERLOADED, "the machine was overloaded");
        assertThat(new WritesKeylog().examine(opened(busy)))
                .isEqualTo(CheckAnswers.notChecked(ReasonCode.OVERLOADED, "the machine was overloaded"));

        var open = Verdict.of(Outcome.SUCCEEDED, ReasonCode.CHECKS_PASSED, "1 check passed");
        assertThat(new WritesKeylog().examine(opened(open))).isEqualTo(CheckAnswers.met("4 lines"));
    }

    private ImageEvidence opened(Verdict verdict) {
        var it = evidence(recording);
        return new ImageEvidence(
                it.subject(),
                it.engine(),
                it.platforms(),
                it.probe(),
                it.run(),
                it.before(),
                it.peerFailure(),
                Optional.of(verdict),
                it.stop());
    }

    @Test
    void aClientThatHadSecretsMustWriteThem() throws IOException {
        var real = StoredRecordings.recording("handshake").serverTrace();
        Files.createDirectories(folder.resolve("sim"));
        Files.copy(real, folder.resolve("sim").resolve("trace_node_left.pcap"));

        assertThat(seen(new WritesKeylog())).isEqualTo("no keys.log in /logs");
    }

    @Test
    void withoutACaptureTheKeylogIsNotChecked() {
        assertThat(examine(new WritesKeylog()))
                .extracting(CheckAnswers::why, STRING)
                .contains("whether it had any is not known");
    }

    @Test
    void anEmptyQlogIsNotMet() {
        recording.file("client/qlog/one.qlog", "");

        assertThat(seen(new WritesQlog())).isEqualTo("one.qlog is empty");
    }

    private String seen(Requirement requirement) {
        return CheckAnswers.finding(examine(requirement)).seen();
    }

    private CheckResult examine(Requirement requirement) {
        return requirement.examine(evidence(recording));
    }

    private static ImageEvidence evidence(RecordingBuilder recording) {
        var subject = new Subject(
                QUIC, Implementations.named("checked"), Role.CLIENT, Implementations.named("peer"), Route.direct());
        var cell = new CheckedCell(
                subject,
                QUIC.testCase("handshake").orElseThrow(),
                recording.build(),
                Verdict.of(Outcome.SUCCEEDED, ReasonCode.CHECKS_PASSED, "1 checks passed"));
        return CheckAnswers.evidence(cell);
    }
}
