package dev.interop.verdict;

import static dev.interop.testing.RecordingBuilder.recording;
import static dev.interop.testing.VerdictAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import dev.interop.recording.CellEnd;
import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerEnd.How;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Fault;
import dev.interop.testing.RecordingBuilder;
import dev.interop.testing.TraceBuilder;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.trace.TraceUnavailable;
import dev.interop.verdict.Verdict.Checked;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {
    @TempDir
    Path folder;

    @Test
    void exitCode0AloneProvesNothing() {
        assertThat(judge(cell(), new FailingCheck())).failed().because("that");
    }

    @Test
    void aCellSucceedsIfEveryCheckPasses() {
        assertThat(judge(cell(), new PassingCheck(), new PassingCheck())).succeeded();
    }

    @Test
    void aCheckThatCannotBeMadeLeavesACellUndecided() {
        assertThat(judge(cell(), new PassingCheck(), new CheckWithoutTrace())).undecided(ReasonCode.NO_TRACE);
        assertThat(judge(cell(), new CheckWithKeys())).undecided(ReasonCode.NO_KEYLOG);
    }

    @Test
    void aCheckThatReturnsNullMakesTheCellAnError() {
        var verdict = judge(cell(), new PassingCheck(), new NullCheck());

        assertThat(verdict).error(ReasonCode.HARNESS);
        assertThat(verdict.reason().text()).contains(NullCheck.class.getName() + " ('void') returned null");
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void aCheckThatThrowsMakesTheCellAnError(Throwable thrown) {
        var verdict = judge(cell(), new PassingCheck(), new ThrowingCheck(thrown));

        assertThat(verdict).error(ReasonCode.HARNESS);
        assertThat(verdict.reason().text())
                .contains(ThrowingCheck.class.getName() + " ('faulty') failed: "
                        + thrown.getClass().getName());
        assertThat(judge().judge(
                                cell().build(),
                                List.of(new ThrowingCheck(thrown)),
                                it -> Optional.of(new ReportedOutcome(
                                        Outcome.SUCCEEDED,
                                        new Reason(ReasonCode.CLAIMED, "claimed"),
                                        List.of(),
                                        1,
                                        List.of()))))
                .error(ReasonCode.HARNESS);
    }

    static Stream<Throwable> thrown() {
        return Stream.of(
                new IllegalStateException("boom"),
                new NoSuchMethodError("gone\nfor ever"),
                new AssertionError("no"),
                new StackOverflowError("deep"));
    }

    @Test
    void anErrorOfTheUserOrACancelIsNoFaultOfACheck() {
        var full = new UserError("the disk is full");
        var cancelled = new CancellationException("cancelled");

        assertThatThrownBy(() -> judge(cell(), new ThrowingCheck(full))).isSameAs(full);
        assertThatThrownBy(() -> judge(cell(), new ThrowingCheck(cancelled))).isSameAs(cancelled);
    }

    @Test
    void aBrokenRulePrevailsOverAnUndecidedCheck() {
        assertThat(judge(cell(), new CheckWithoutTrace(), new FailingCheck())).failed();
    }

    @Test
    void aCheckThatNeedsKeysIsMadeIfThereIsAKeylog() {
        var cell = cell().file("server/keys.log", "SERVER_HANDSHAKE_TRAFFIC_SECRET aa bb\n");

        assertThat(judge(cell, new CheckWithKeys())).succeeded();
    }

    @ParameterizedTest
    @CsvSource({
        "IMAGE_MISSING, image-missing",
        "START_FAILED, start-failed",
        "SIMULATOR_FAILED, simulator-failed",
        "DISK_FULL, disk-full",
        "ENGINE_LOST, engine-lost",
        "COPY_FAILED, harness",
        "HARNESS, harness"
    })
    void aFaultIsAnErrorWhateverTheEndpointsDid(Fault.Code fault, ReasonCode expected) {
        var cell = cell().fault(fault, "it went wrong").exited(ContainerRole.CLIENT, 127);

        assertThat(judge(cell, new FailingCheck())).error(expected);
    }

    @Test
    void aSimulatorsWaitForADeadServerIsTheServersFault() {
        var cell = cell().fault(Fault.Code.SIMULATOR_FAILED, "it never saw the server")
                .end(CellEnd.SIM)
                .ended(ContainerRole.CLIENT, How.STOPPED)
                .exited(ContainerRole.SERVER, 1)
                .stderr(ContainerRole.SERVER, "starting\nerror: no certificate\n");

        assertThat(judge(cell))
                .failed(ReasonCode.SERVER_ENDED)
                .because("the server ended by itself with exit code 1: error: no certificate")
                .atLine("server/stderr.log", 2);
        assertThat(judge(cell.exited(ContainerRole.SERVER, 127))).unsupported(ReasonCode.SERVER_UNSUPPORTED);
    }

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

    @Test
    void theVerdictOnAFailedSimulatorQuotesItsLastLine() {
        var cell = cell().end(CellEnd.SIM)
                .exited(ContainerRole.SIM, 1)
                .ended(ContainerRole.CLIENT, How.STOPPED)
                .stderr(ContainerRole.SIM, "sim: cannot open eth0\n");

        assertThat(judge(cell)).error(ReasonCode.SIMULATOR_FAILED).because("cannot open eth0");
    }

    @Test
    void aServerThatNeverAnswersFailsWithAReasonOfItsOwn() {
        var cell = cell().end(CellEnd.SIM)
                .exited(ContainerRole.SIM, 1)
                .ended(ContainerRole.CLIENT, How.STOPPED)
                .stderr(ContainerRole.SIM, "sim: server server:443 did not answer within 30 s\n");

        assertThat(judge(cell))
                .failed(ReasonCode.SERVER_SILENT)
                .because("did not answer within 30 s")
                .atLine("sim/stderr.log", 1);
    }

    @Test
    void aServerThatClosesItsPortFailsWithAReasonOfItsOwn() {
        var text = "relay:4443 answered, but no socket is bound to UDP port 4443 of relay";
        var cell = cell().end(CellEnd.FAULT)
                .ended(ContainerRole.CLIENT, How.NOT_STARTED)
                .fault(Fault.Code.SERVER_UNBOUND, text);

        assertThat(judge(cell)).failed(ReasonCode.SERVER_UNBOUND).because(text);
        assertThat(judge(cell.exited(ContainerRole.SERVER, 3))).failed(ReasonCode.SERVER_ENDED);
    }

    @Test
    void aCancelledCellIsSkipped() {
        assertThat(judge(cell().end(CellEnd.CANCELLED).ended(ContainerRole.CLIENT, How.STOPPED)))
                .came(Outcome.SKIPPED, ReasonCode.CANCELLED);
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

    @Test
    void theEventThatEndedTheCellPrecedesTheFindingsOfChecks() {
        var verdict =
                judge(cell().end(CellEnd.TIME_LIMIT).ended(ContainerRole.CLIENT, How.TIMED_OUT), new FailingCheck());

        assertThat(verdict).failed(ReasonCode.TIME_LIMIT).because("the client still ran");
        assertThat(verdict.findings()).extracting(Finding::rule).contains("broken");
    }

    @Test
    void findingsWithAPacketPrecedeOtherFindings() {
        var verdict = judge(
                cell(),
                new CheckWithFinding("absent", Location.none()),
                new CheckWithFinding("first", Location.ofPacket("sim/trace_node_left.pcap", 9, 0.5)),
                new CheckWithFinding("in a log", Location.ofLine("client/stderr.log", 1)),
                new CheckWithFinding("second", Location.ofPacket("sim/trace_node_left.pcap", 3, 0.1)));

        assertThat(verdict).failed(ReasonCode.CHECK_FAILED).because("first");
        assertThat(verdict.findings())
                .extracting(Finding::seen)
                .containsExactly("first", "second", "absent", "in a log");
        assertThat(verdict.checks()).extracting(Checked::rule).startsWith("absent", "first");
    }

    @Test
    void aKilledServerPrevailsOverTheClientsFailure() {
        assertThat(judge(cell().exited(ContainerRole.CLIENT, 1).ended(ContainerRole.SERVER, How.OUT_OF_MEMORY)))
                .failed(ReasonCode.OUT_OF_MEMORY)
                .because("the server was killed for its memory limit");
    }

    @Test
    void aCrashedServerPrevailsOverTheClientsFailure() {
        assertThat(judge(cell().exited(ContainerRole.CLIENT, 1).exited(ContainerRole.SERVER, 2)))
                .failed(ReasonCode.SERVER_ENDED);
        assertThat(judge(cell().exited(ContainerRole.CLIENT, 1).exited(ContainerRole.SERVER, 0)))
                .failed(ReasonCode.CLIENT_FAILED);
    }

    @Test
    void theLastErrorInAClientsLogIsItsEvidence() {
        var cell = cell().exited(ContainerRole.CLIENT, 2)
                .stdout(ContainerRole.CLIENT, "hello\n")
                .stderr(ContainerRole.CLIENT, "panic: index out of range\ngoroutine 1 [running]:\nexit status 2\n");

        assertThat(judge(cell))
                .failed(ReasonCode.CLIENT_FAILED)
                .because("the client ended with exit code 2: panic: index out of range")
                .atLine("client/stderr.log", 1);
    }

    @Test
    void logFilesOfTheImplementationAreReadToo() {
        var cell =
                cell().exited(ContainerRole.CLIENT, 1).file("client/log.txt", "all well\nfatal: handshake timeout\n");

        assertThat(judge(cell)).failed(ReasonCode.CLIENT_FAILED).atLine("client/log.txt", 2);
    }

    @Test
    void coloursAndControlCharactersOfALogAreNotShown() {
        var cell = cell().exited(ContainerRole.CLIENT, 1)
                .stderr(ContainerRole.CLIENT, "\u001b[31merror\u001b[0m: a\u0007b\n");

        assertThat(judge(cell)).failed(ReasonCode.CLIENT_FAILED).because("error: a\\u0007b");
    }

    @Test
    void theReasonNamesTheTimeLimit() {
        var hangs = cell().end(CellEnd.TIME_LIMIT)
                .ended(ContainerRole.CLIENT, How.TIMED_OUT)
                .build();

        var verdict = judge().judge(hangs, List.of(), ReportSource.EXIT_CODE, Optional.of("5 s"));

        assertThat(verdict).failed(ReasonCode.TIME_LIMIT);
        assertThat(verdict.reason().text()).contains("expected an end within the time limit: 5 s");
    }

    private RecordingBuilder cell() {
        return recording(folder);
    }

    private static Verdict judge(RecordingBuilder cell, Check... checks) {
        return judge().judge(cell.build(), List.of(checks));
    }

    private static Judge judge() {
        return new Judge((files, command, stdout) -> {
            throw new AssertionError("no dissection was needed");
        });
    }

    private record PassingCheck() implements SimpleCheck {
        @Override
        public String rule() {
            return "sound";
        }

        @Override
        public CheckResult examine(Evidence evidence) {
            return new CheckResult.Passed();
        }
    }

    private record FailingCheck() implements SimpleCheck {
        @Override
        public String rule() {
            return "broken";
        }

        @Override
        public CheckResult examine(Evidence evidence) {
            return CheckResult.of(List.of(new Finding(rule(), section(), "this", "that", Location.none())));
        }
    }

    private record CheckWithFinding(String rule, Location where) implements SimpleCheck {
        @Override
        public CheckResult examine(Evidence evidence) {
            return CheckResult.of(List.of(new Finding(rule, section(), "nothing", rule, where)));
        }
    }

    private record CheckWithoutTrace() implements SimpleCheck {
        @Override
        public String rule() {
            return "blind";
        }

        @Override
        public CheckResult examine(Evidence evidence) {
            throw TraceUnavailable.missing("no capture");
        }
    }

    private record NullCheck() implements SimpleCheck {
        @Override
        public String rule() {
            return "void";
        }

        @Override
        public CheckResult examine(Evidence evidence) {
            return null;
        }
    }

    private record ThrowingCheck(Throwable thrown) implements SimpleCheck {
        @Override
        public String rule() {
            return "faulty";
        }

        @Override
        public CheckResult examine(Evidence evidence) {
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown;
        }
    }

    private record CheckWithKeys() implements SimpleCheck {
        @Override
        public String rule() {
            return "keyed";
        }

        @Override
        public boolean needsKeys() {
            return true;
        }

        @Override
        public CheckResult examine(Evidence evidence) {
            return new CheckResult.Passed();
        }
    }

    private interface SimpleCheck extends Check {
        @Override
        default String section() {
            return "RFC 9000 §1";
        }
    }
}
