package dev.interop.verdict;

import static dev.interop.testing.RecordingBuilder.recording;
import static dev.interop.testing.VerdictAssert.assertThat;
import static dev.interop.verdict.KnownChecks.judge;

import dev.interop.recording.CellEnd;
import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerEnd.How;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Fault;
import dev.interop.testing.RecordingBuilder;
import dev.interop.testing.StoredRecordings;
import dev.interop.testing.TraceBuilder;
import dev.interop.trace.Completeness;
import dev.interop.trace.Completeness.Flood;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import dev.interop.trace.UnreadFrames;
import dev.interop.verdict.KnownChecks.PassingCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exit code 127 has two meanings, and a third when it comes late. */
class ExitCode127Test {
    @TempDir
    Path folder;

    /** A MoQT relay is such a server: it does not get the variable TESTCASE. */
    @Test
    void aServerThatIsNotGivenTheTestCaseCannotRefuseIt() {
        var relay = cell().end(CellEnd.SERVER)
                .ended(ContainerRole.CLIENT, How.STOPPED)
                .exited(ContainerRole.SERVER, 127)
                .variable(ContainerRole.SERVER, "MOQT_ROLE", "relay");

        assertThat(judge(relay))
                .failed(ReasonCode.SERVER_ENDED)
                .because("the server ended by itself with exit code 127");
        assertThat(judge(relay.variable(ContainerRole.SERVER, "TESTCASE", "any")))
                .unsupported(ReasonCode.SERVER_UNSUPPORTED);
        assertThat(judge(cell().end(CellEnd.SERVER)
                        .ended(ContainerRole.CLIENT, How.STOPPED)
                        .exited(ContainerRole.SERVER, 127)
                        .variable(ContainerRole.SERVER, "MOQT_ROLE", "relay")
                        .stderr(ContainerRole.SERVER, "/run.sh: line 3: moq-relay: command not found\n")))
                .error(ReasonCode.BINARY_MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/run_endpoint.sh: 12: quic-go-client: not found",
                "bash: line 1: picoquicdemo: command not found",
                "/run.sh: line 3: exec: server: not found",
                "env: 'python3': No such file or directory",
                "timeout: failed to run command 'x': No such file or directory",
                "/app/server: error while loading shared libraries: libssl.so.3: cannot open shared object file",
                "[FATAL tini (7)] exec /run_endpoint.sh failed: No such file or directory"
            })
    void exitCode127FromAShellIsAnError(String line) {
        var cell =
                cell().exited(ContainerRole.CLIENT, 127).stderr(ContainerRole.CLIENT, "setting up\n\n" + line + "\n");

        assertThat(judge(cell)).error(ReasonCode.BINARY_MISSING).atLine("client/stderr.log", 3);
    }

    @Test
    void exitCode127AfterALoggedRefusalIsUnsupportedEvenIfAToolWasMissing() {
        var cell = cell().exited(ContainerRole.CLIENT, 127)
                .stderr(ContainerRole.CLIENT, "/setup.sh: 3: ethtool: not found\nunsupported test case: v2\n");

        assertThat(judge(cell))
                .unsupported(ReasonCode.CLIENT_UNSUPPORTED)
                .because("unsupported test case: v2")
                .atLine("client/stderr.log", 2);
    }

    @Test
    void aRefusalInOneStreamCountsMoreThanAMissingToolInTheOther() {
        var refusal = "unsupported test case: v2\n";
        var missing = "/setup.sh: 3: ethtool: not found\n";

        assertThat(judge(cell().exited(ContainerRole.CLIENT, 127)
                        .stderr(ContainerRole.CLIENT, missing)
                        .stdout(ContainerRole.CLIENT, refusal)))
                .unsupported(ReasonCode.CLIENT_UNSUPPORTED)
                .because("unsupported test case: v2")
                .atLine("client/stdout.log", 1);
        assertThat(judge(cell().exited(ContainerRole.CLIENT, 127)
                        .stderr(ContainerRole.CLIENT, refusal)
                        .stdout(ContainerRole.CLIENT, missing)))
                .unsupported(ReasonCode.CLIENT_UNSUPPORTED);
    }

    @Test
    void exitCode127WithoutOutputIsUnsupported() {
        assertThat(judge(cell().end(CellEnd.SERVER)
                        .exited(ContainerRole.SERVER, 127)
                        .ended(ContainerRole.CLIENT, How.STOPPED)))
                .unsupported(ReasonCode.SERVER_UNSUPPORTED);
    }

    @Test
    void exitCode127AfterADownloadIsAFailure() {
        var cell = cell().served("a", 3, "x").downloaded("a", 3, "x").exited(ContainerRole.CLIENT, 127);

        assertThat(judge(cell, new PassingCheck()))
                .failed(ReasonCode.CLIENT_FAILED)
                .because("the client ended with exit code 127 after it had downloaded 1 file");
        assertThat(judge(cell.stderr(ContainerRole.CLIENT, "/run.sh: 9: tool: not found\n")))
                .failed(ReasonCode.CLIENT_FAILED);
    }

    @Test
    void exitCode127AfterAHandshakeIsAFailureWithOrWithoutAReport() {
        var handshake = TraceBuilder.trace()
                .sealed(Side.CLIENT, PacketType.INITIAL)
                .sealed(Side.SERVER, PacketType.HANDSHAKE)
                .sealed(Side.CLIENT, PacketType.ONE_RTT)
                .build();
        var client = cell().exited(ContainerRole.CLIENT, 127).build();
        ReportSource unsupported = it -> Optional.of(new ReportedOutcome(
                Outcome.UNSUPPORTED, new Reason(ReasonCode.CLIENT_UNSUPPORTED, "127"), List.of(), 0, List.of()));

        assertThat(Judge.ofTrace(handshake).judge(client, List.of()))
                .failed(ReasonCode.CLIENT_FAILED)
                .because("the client ended with exit code 127 after a handshake had been made")
                .atPacket("sim/trace_node_left.pcap", 3);
        assertThat(Judge.ofTrace(handshake).judge(client, List.of(), unsupported))
                .failed(ReasonCode.CLIENT_FAILED);
        assertThat(Judge.ofTrace(handshake)
                        .judge(
                                cell().exited(ContainerRole.SERVER, 127)
                                        .exited(ContainerRole.CLIENT, 1)
                                        .build(),
                                List.of()))
                .failed(ReasonCode.SERVER_ENDED)
                .because("the server ended with exit code 127 after a handshake");
    }

    @Test
    void exitCode127InTheMiddleOfAHandshakeIsAFailure() {
        var begun = TraceBuilder.trace()
                .sealed(Side.CLIENT, PacketType.INITIAL)
                .sealed(Side.SERVER, PacketType.HANDSHAKE)
                .build();

        assertThat(Judge.ofTrace(begun)
                        .judge(cell().exited(ContainerRole.CLIENT, 127).build(), List.of()))
                .failed(ReasonCode.CLIENT_FAILED)
                .because("the client ended with exit code 127 after a handshake had begun")
                .atPacket("sim/trace_node_left.pcap", 2);
    }

    @Test
    void exitCode127AfterAFloodThatNoCaptureHoldsIsAFailureOfWhoSentIt() {
        assertThat(Judge.ofTrace(flooded(Side.CLIENT))
                        .judge(cell().exited(ContainerRole.CLIENT, 127).build(), List.of()))
                .failed(ReasonCode.CLIENT_FAILED)
                .because("the client ended with exit code 127 after it had sent more packets than a capture can hold");
        assertThat(Judge.ofTrace(flooded(Side.SERVER))
                        .judge(cell().exited(ContainerRole.CLIENT, 127).build(), List.of()))
                .unsupported(ReasonCode.CLIENT_UNSUPPORTED);
    }

    private static Trace flooded(Side from) {
        var lost =
                new UnreadFrames(Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), "9 packets were lost");
        return TraceBuilder.trace()
                .build()
                .with(new Completeness(List.of(lost), Optional.of(new Flood(Optional.of(from), 60_000, 60_100))));
    }

    @Test
    void exitCode127OfAnEndpointWhosePacketsWereNotAllReadIsUndecided() {
        var hidden =
                TraceBuilder.trace().unread(Side.CLIENT, "it is an IP fragment").build();

        var verdict = Judge.ofTrace(hidden)
                .judge(cell().exited(ContainerRole.CLIENT, 127).build(), List.of());
        assertThat(verdict).undecided(ReasonCode.NO_TRACE);
        Assertions.assertThat(verdict.reason().text())
                .startsWith("the client ended with exit code 127, perhaps after something else: frame");
        assertThat(Judge.ofTrace(hidden)
                        .judge(
                                cell().end(CellEnd.SERVER)
                                        .exited(ContainerRole.SERVER, 127)
                                        .ended(ContainerRole.CLIENT, How.STOPPED)
                                        .build(),
                                List.of()))
                .unsupported(ReasonCode.SERVER_UNSUPPORTED);
    }

    @Test
    void theMessageOfAContainersInitAfterAHandshakeIsNoExcuse() {
        var handshake = TraceBuilder.trace()
                .sealed(Side.CLIENT, PacketType.INITIAL)
                .sealed(Side.SERVER, PacketType.HANDSHAKE)
                .build();
        var lies = new ContainerEnd(How.NOT_STARTED, OptionalInt.of(127), "exec /run.sh failed: No such file");

        assertThat(Judge.ofTrace(handshake)
                        .judge(cell().ended(ContainerRole.CLIENT, lies).build(), List.of()))
                .failed(ReasonCode.CLIENT_FAILED);
        assertThat(Judge.ofTrace(handshake)
                        .judge(
                                cell().ended(ContainerRole.CLIENT, lies)
                                        .end(CellEnd.FAULT)
                                        .fault(Fault.Code.BINARY_MISSING, "its image has no such program")
                                        .build(),
                                List.of()))
                .failed(ReasonCode.CLIENT_FAILED);
    }

    @Test
    void aHandshakeThatOnlyTheServerSendsIsNoneOfTheClients() {
        var alone =
                TraceBuilder.trace().sealed(Side.SERVER, PacketType.HANDSHAKE).build();

        assertThat(Judge.ofTrace(alone)
                        .judge(cell().exited(ContainerRole.CLIENT, 127).build(), List.of()))
                .unsupported(ReasonCode.CLIENT_UNSUPPORTED);
    }

    @Test
    void packetsThatTheClientSendsWithTheServersAddressAreNoWorkOfTheServer() throws IOException {
        var cell = cell().end(CellEnd.SERVER)
                .exited(ContainerRole.SERVER, 127)
                .ended(ContainerRole.CLIENT, How.STOPPED)
                .build();
        var whole = StoredRecordings.recording("retry").clientTrace();
        Files.createDirectories(cell.clientTrace().getParent());
        Files.copy(whole, folder.resolve("sim/trace_node_left.pcap"));
        // The header of the format, without a frame.
        Files.write(folder.resolve("sim/trace_node_right.pcap"), Arrays.copyOf(Files.readAllBytes(whole), 24));

        assertThat(judge().judge(cell, List.of())).unsupported(ReasonCode.SERVER_UNSUPPORTED);

        Files.copy(whole, folder.resolve("sim/trace_node_right.pcap"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(judge().judge(cell, List.of()))
                .failed(ReasonCode.SERVER_ENDED)
                .because("the server ended with exit code 127 after a handshake had been made");
    }

    @Test
    void exitCode127BesideACaptureThatCannotBeReadIsUndecided() {
        var cell = cell().exited(ContainerRole.CLIENT, 127);
        assertThat(judge(cell)).unsupported(ReasonCode.CLIENT_UNSUPPORTED);

        var verdict = judge(cell.file("sim/trace_node_left.pcap", "This is no capture at all."));

        assertThat(verdict).undecided(ReasonCode.NO_TRACE);
        Assertions.assertThat(verdict.reason().text()).contains("perhaps after something else", "not a valid capture");
    }

    @Test
    void exitCode127AfterAnAttemptToConnectIsUnsupported() {
        var attempt = TraceBuilder.trace()
                .sealed(Side.CLIENT, PacketType.INITIAL)
                .sealed(Side.SERVER, PacketType.VERSION_NEGOTIATION)
                .build();

        assertThat(Judge.ofTrace(attempt)
                        .judge(cell().exited(ContainerRole.CLIENT, 127).build(), List.of()))
                .unsupported(ReasonCode.CLIENT_UNSUPPORTED);
    }

    @Test
    void exitCode127OfAServerAfterASuccessfulClientIsIgnored() {
        assertThat(judge(cell().exited(ContainerRole.SERVER, 127), new PassingCheck()))
                .succeeded();
    }

    @Test
    void aMissingProgramIsDistinguishedFromOtherFailuresToStart() {
        var missing = new ContainerEnd(
                How.NOT_STARTED, OptionalInt.of(127), "exec /run.sh failed: No such file or directory");
        var refused = new ContainerEnd(How.NOT_STARTED, OptionalInt.empty(), "address already in use");

        assertThat(judge(cell().ended(ContainerRole.SERVER, missing))).error(ReasonCode.BINARY_MISSING);
        assertThat(judge(cell().ended(ContainerRole.SERVER, refused))).error(ReasonCode.START_FAILED);
    }

    private RecordingBuilder cell() {
        return recording(folder);
    }
}
