package dev.interop.moqt;

import static dev.interop.testing.RecordingBuilder.recording;
import static dev.interop.testing.StoredRecordings.stored;
import static dev.interop.testing.StoredRecordings.verdict;
import static dev.interop.testing.VerdictAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.moqt.tap.TapReason;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Recording;
import dev.interop.testing.RecordingBuilder;
import dev.interop.testing.StoredRecordings;
import dev.interop.trace.CaptureSpan;
import dev.interop.trace.DissectionTool;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Proof;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Trust;
import dev.interop.verdict.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Judges recordings of real clients and relays. */
class ProvenPassesTest {
    private static final String CAPTURE = "sim/trace_node_right.pcap";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "moqt-18-setup-only",
                "moqt-18-closed-before-confirmed",
                "moqt-18-announce-only",
                "moqt-18-publish-namespace-done",
                "moqt-18-subscribe-error",
                "moqt-18-announce-subscribe",
                "moqt-18-subscribe-before-announce",
                "moqt-18-webtransport-setup-only",
                "moqt-18-webtransport-announce-subscribe",
                "moqt-18-webtransport-publish-namespace-done",
                "moqt-16-publish-namespace-done",
                "moqt-16-webtransport-announce-subscribe",
                "moqt-14-subscribe-error",
                "moqt-14-webtransport-announce-subscribe"
            })
    void aTruePassIsProven(String name) {
        assertThat(verdict(name)).succeeded();
        assertThat(proof(verdict(name))).isEqualTo(Proof.PROVEN);
    }

    /** The SUBSCRIBE arrived before the PUBLISH_NAMESPACE, and the client reports any answer as a pass. */
    @Test
    void aPassAfterARequestErrorFailsAtThatMessage() {
        var verdict = verdict("moqt-18-false-pass");

        assertThat(verdict)
                .failed(ReasonCode.CONTRADICTED)
                .against("The relay grants the client's SUBSCRIBE")
                .because("REQUEST_ERROR 0x10 'track does not exist' from the server on stream 0")
                .atPacket(CAPTURE, 27);
        assertThat(verdict.findings().get(0).section()).isEqualTo("draft-ietf-moq-transport-18 §10.8");
        assertThat(proof(verdict)).isEqualTo(Proof.CONTRADICTED);
    }

    /** moq-rs only closes the connection, while up to draft 16 a message withdraws a namespace. */
    @Test
    void aMissingWithdrawalFails() {
        for (var name : List.of("moqt-16-no-withdrawal", "moqt-14-webtransport-no-withdrawal")) {
            var verdict = verdict(name);

            assertThat(verdict)
                    .failed(ReasonCode.CONTRADICTED)
                    .against("The client withdraws the namespace that it published")
                    .because("no withdrawal of PUBLISH_NAMESPACE")
                    .atSomePacket(CAPTURE);
            assertThat(proof(verdict)).isEqualTo(Proof.CONTRADICTED);
        }
    }

    @Test
    void theReportDecidesIfTheVerdictIsSetToTap() {
        var recording = StoredRecordings.recording("moqt-18-false-pass");

        var verdict = StoredRecordings.judge(recording, stored(recording.folder()), Trust.CLIENT);

        assertThat(verdict)
                .came(Outcome.SUCCEEDED, ReasonCode.CLAIMED)
                .reads("contradicted, which does not change the outcome here");
        assertThat(proof(verdict)).isEqualTo(Proof.CONTRADICTED);
    }

    /** moq-rs ends its control stream, which is a protocol violation for the relay (draft 18 §3.3), and then exits. */
    @Test
    void aSessionThatEndsByAnErrorFails() {
        assertThat(verdict("moqt-18-closed-with-error"))
                .failed(ReasonCode.CONTRADICTED)
                .against("The client closes the session without an error")
                .because("the session ends by CONNECTION_CLOSE with MoQT code 0x3 from the server, packet 16")
                .atPacket(CAPTURE, 16);
        assertThat(verdict("moqt-16-webtransport-closed-with-error"))
                .failed(ReasonCode.CONTRADICTED)
                .because("the session ends by CLOSE_WEBTRANSPORT_SESSION with code 0x3 from the server, packet 21")
                .atPacket(CAPTURE, 21);
    }

    /** With a delay of 50 ms the relay's SETUP arrives after the client has closed. */
    @Test
    void aCloseBeforeTheRelaysSetupArrivesFails() {
        var verdict = verdict("moqt-18-closed-before-setup");

        assertThat(verdict)
                .failed(ReasonCode.CONTRADICTED)
                .against("The client closes the session without an error")
                .because(
                        "CONNECTION_CLOSE with MoQT code 0x0 from the client, packet 16, before the relay's SETUP arrived"
                                + ", packet 17")
                .atPacket("sim/trace_node_left.pcap", 16);
        assertThat(proof(verdict)).isEqualTo(Proof.CONTRADICTED);
    }

    /** Twice the limit of 2 s plus one second is tolerated; the client's start does not count. */
    @ParameterizedTest
    @CsvSource({"4900, true", "5100, false", "15000, false"})
    void aResultFarBeyondTheLimitFails(long millis, boolean isTolerated) throws IOException {
        var began = CaptureSpan.clientBegan(
                StoredRecordings.recording("moqt-18-setup-only").clientTrace());
        long came = began.orElseThrow() / 1_000 + millis * 1_000;
        var copy =
                copy("moqt-18-setup-only", "setup-only", "draft-18").file("client/stdout.times", "9999 " + came + "\n");

        var verdict = judge("moqt-18-setup-only", copy.build());

        if (isTolerated) {
            assertThat(verdict).succeeded();
        } else {
            assertThat(verdict)
                    .failed(TapReason.TOO_SLOW)
                    .against("The client runs the test case within its limit")
                    .because("the client took %.1f s from its first packet to its result; the limit is 2.0 s"
                            .formatted(millis / 1e3));
        }
    }

    @Test
    void withoutACaptureTheDurationInTheReportCounts() throws IOException {
        var copy = copy("moqt-18-setup-only", "setup-only", "draft-18")
                .stdout(
                        ContainerRole.CLIENT,
                        "TAP version 14\n1..1\nok 1 - setup-only\n  ---\n  duration_ms: 15012.5\n  ...\n");

        assertThat(judge("moqt-18-setup-only", copy.build()))
                .failed(TapReason.TOO_SLOW)
                .because("the client took 15.0 s by its own duration_ms; the limit is 2.0 s");
    }

    /** The 1-RTT packet with the client's real close is removed; its replacement hides the code. */
    @Test
    void aCloseWithAHiddenCodeProvesNothing() {
        var recording = StoredRecordings.recording("moqt-18-closed-before-confirmed");
        var stored = stored(recording.folder());

        var verdict = StoredRecordings.judge(
                recording,
                (files, command, stdout) -> stored.run(files, command, answer -> {
                    var text = new String(answer.readAllBytes(), StandardCharsets.ISO_8859_1);
                    var without = text.replace("\t0x000000000000001d\t", "\t0x0000000000000001\t");
                    stdout.read(new ByteArrayInputStream(without.getBytes(StandardCharsets.ISO_8859_1)));
                }));

        assertThat(verdict).came(Outcome.SUCCEEDED, ReasonCode.CLAIMED).reads("which hides the application's code");
        assertThat(proof(verdict)).isEqualTo(Proof.CLAIMED);
    }

    /** The relay's packets arrive at a closed port. */
    @Test
    void aClientThatEndsWithoutClosingItsSessionFails() {
        var verdict = verdict("moqt-18-left-without-close");

        assertThat(verdict)
                .failed(ReasonCode.CONTRADICTED)
                .against("The client closes the session without an error")
                .because("no close of the session from the client")
                .atSomePacket(CAPTURE);
        assertThat(verdict.findings().get(0).section()).isEqualTo("draft-ietf-moq-transport-18 §3.5");
        assertThat(proof(verdict)).isEqualTo(Proof.CONTRADICTED);
    }

    /** moq-js sends a FIN on the request's stream; draft 18 §3.3.2 cancels by a reset or STOP_SENDING. */
    @Test
    void aFinOfARequestStreamIsNotAWithdrawal() {
        assertThat(verdict("moqt-18-finished-request"))
                .failed(ReasonCode.CONTRADICTED)
                .against("The client withdraws the namespace that it published")
                .because("on stream 0, packet 18, only FIN from the client on stream 0, packet 20")
                .atPacket(CAPTURE, 20);
    }

    /** Publisher and subscriber share a UDP socket and so their addresses. */
    @Test
    void twoConnectionsOfOneSocketAreReadAsTwo() {
        assertThat(verdict("moqt-18-one-socket")).succeeded();
    }

    /** The client cancels with RESET_STREAM_AT, which the dissector does not know. */
    @Test
    void aWithdrawalThatCannotBeReadLeavesThePassClaimed() {
        var recording = StoredRecordings.recording("moqt-18-webtransport-publish-namespace-done");
        var stored = stored(recording.folder());

        var verdict = StoredRecordings.judge(
                recording,
                (files, command, stdout) -> StoredRecordings.kind(command).equals(StoredRecordings.PAYLOADS)
                        ? new DissectionTool.Exit(0, "")
                        : stored.run(files, command, stdout));

        assertThat(verdict).came(Outcome.SUCCEEDED, ReasonCode.CLAIMED).reads("RESET_STREAM_AT");
        assertThat(proof(verdict)).isEqualTo(Proof.CLAIMED);
    }

    @Test
    void withoutAKeylogAFalsePassIsClaimed() throws IOException {
        var copy = copy("moqt-18-false-pass", "announce-subscribe", "draft-18")
                .calls("announce-subscribe", "publish-namespace-subscribe");
        Files.delete(folder.resolve("client/keys.log"));

        var verdict = judge("moqt-18-false-pass", copy.build());

        assertThat(verdict).came(Outcome.SUCCEEDED, ReasonCode.CLAIMED).reads("keylog");
        assertThat(proof(verdict)).isEqualTo(Proof.CLAIMED);
    }

    /** The capture has a file header and no packet. */
    @Test
    void aClientThatNeverConnectsIsContradictedEvenWithoutAKeylog() throws IOException {
        var copy = copy("moqt-18-subscribe-error", "subscribe-error", "draft-18");
        Files.delete(folder.resolve("client/keys.log"));
        var capture = folder.resolve(CAPTURE);
        Files.write(capture, Arrays.copyOf(Files.readAllBytes(capture), 24));

        assertThat(judge("moqt-18-subscribe-error", copy.build()))
                .failed(ReasonCode.CONTRADICTED)
                .because("no 1-RTT packet from the client among 0 QUIC packets")
                .inFile(CAPTURE);
    }

    @Test
    void aCaptureThatLostPacketsProvesNothing() throws IOException {
        var copy = copy("moqt-18-subscribe-error", "subscribe-error", "draft-18")
                .stderr(ContainerRole.SIM, "capture: 20 frames, 3 missed\n");

        var verdict = judge("moqt-18-subscribe-error", copy.build());

        assertThat(verdict).came(Outcome.SUCCEEDED, ReasonCode.CLAIMED).reads("lost 3 packets");
    }

    @Test
    void aSessionInAnotherDraftThanTheCellsIsContradicted() throws IOException {
        var copy = copy("moqt-18-subscribe-error", "subscribe-error", "draft-16");

        assertThat(judge("moqt-18-subscribe-error", copy.build()))
                .failed(ReasonCode.CONTRADICTED)
                .because("ALPN 'moqt-18', not 'moqt-16', from the server")
                .atSomePacket(CAPTURE);
    }

    /** SETUP is the same in both drafts; aiomoqt and moq-dev negotiated another draft than the registry says. */
    @Test
    void anotherDraftThatTheRelaySelectsIsContradicted() {
        assertThat(verdict("moqt-22-setup-only"))
                .failed(ReasonCode.CONTRADICTED)
                .against("Client and relay exchange SETUP in the cell's draft and transport")
                .because("ALPN 'moqt-22', not 'moqt-18', from the server")
                .atSomePacket(CAPTURE);
        assertThat(verdict("moqt-20-webtransport-setup-only"))
                .failed(ReasonCode.CONTRADICTED)
                .against("Client and relay exchange SETUP in the cell's draft and transport")
                .because("wt-protocol 'moqt-20', not 'moqt-18', from the server")
                .atSomePacket(CAPTURE);
    }

    @ParameterizedTest
    @CsvSource({
        "moqt-18-setup-only, moqt-18, the server's ALPN could not be read",
        "moqt-18-webtransport-setup-only, wt-protocol, no wt-protocol"
    })
    void aNegotiatedDraftThatCannotBeReadProvesNothing(String name, String hidden, String doubt) {
        var recording = StoredRecordings.recording(name);
        var stored = stored(recording.folder());

        var verdict = StoredRecordings.judge(
                recording,
                (files, command, stdout) -> stored.run(files, command, answer -> {
                    var text = new String(answer.readAllBytes(), StandardCharsets.ISO_8859_1);
                    var without = text.replace(hidden, "x".repeat(hidden.length() - 1));
                    stdout.read(new ByteArrayInputStream(without.getBytes(StandardCharsets.ISO_8859_1)));
                }));

        assertThat(verdict).came(Outcome.SUCCEEDED, ReasonCode.CLAIMED).reads(doubt);
        assertThat(proof(verdict)).isEqualTo(Proof.CLAIMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"announce-only", "publish-namespace-done", "announce-subscribe"})
    void aTestCaseThatTheClientDidNotRunIsContradicted(String other) throws IOException {
        var copy = copy("moqt-18-subscribe-error", other, "draft-18")
                .stdout(ContainerRole.CLIENT, "TAP version 14\n1..1\nok 1 - " + other + "\n");

        var verdict = judge("moqt-18-subscribe-error", copy.build());

        assertThat(verdict).failed(ReasonCode.CONTRADICTED);
        assertThat(verdict.findings())
                .anySatisfy(it -> assertThat(it.seen()).isEqualTo("no PUBLISH_NAMESPACE from the client"));
    }

    /** In the contract a refusal is a pass, but the packets do not show a publisher. */
    @Test
    void aRefusedSubscriptionWithoutAPublisherIsClaimed() throws IOException {
        var copy = copy("moqt-18-subscribe-error", "subscribe-before-announce", "draft-18")
                .stdout(ContainerRole.CLIENT, "TAP version 14\n1..1\nok 1 - subscribe-before-announce\n");

        var verdict = judge("moqt-18-subscribe-error", copy.build());

        assertThat(verdict)
                .came(Outcome.SUCCEEDED, ReasonCode.CLAIMED)
                .reads("no PUBLISH_NAMESPACE of its namespace on another connection");
    }

    @Test
    void aMissingSubscribeIsContradicted() throws IOException {
        var copy = copy("moqt-18-announce-only", "subscribe-before-announce", "draft-18")
                .stdout(ContainerRole.CLIENT, "TAP version 14\n1..1\nok 1 - subscribe-before-announce\n");

        assertThat(judge("moqt-18-announce-only", copy.build()))
                .failed(ReasonCode.CONTRADICTED)
                .because("no SUBSCRIBE from the client");
    }

    @Test
    void aPublishedNamespaceThatIsNotWithdrawnIsContradicted() throws IOException {
        var copy = copy("moqt-18-announce-subscribe", "publish-namespace-done", "draft-18")
                .stdout(ContainerRole.CLIENT, "TAP version 14\n1..1\nok 1 - publish-namespace-done\n");

        assertThat(judge("moqt-18-announce-subscribe", copy.build()))
                .failed(ReasonCode.CONTRADICTED)
                .against("The client withdraws the namespace that it published");
    }

    @Test
    void aGrantedSubscriptionContradictsSubscribeError() throws IOException {
        var copy = copy("moqt-18-announce-subscribe", "subscribe-error", "draft-18")
                .stdout(ContainerRole.CLIENT, "TAP version 14\n1..1\nok 1 - subscribe-error\n");

        assertThat(judge("moqt-18-announce-subscribe", copy.build()))
                .failed(ReasonCode.CONTRADICTED)
                .because("SUBSCRIBE_OK")
                .atSomePacket(CAPTURE);
    }

    private RecordingBuilder copy(String name, String test, String draft) throws IOException {
        var from = StoredRecordings.recording(name).folder();
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var to = folder.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        return recording(folder).moqt(test, draft, "quic");
    }

    private static Verdict judge(String name, Recording recording) {
        return StoredRecordings.judge(
                recording, stored(StoredRecordings.recording(name).folder()));
    }

    private static Proof proof(Verdict verdict) {
        return verdict.claim().orElseThrow().proof().orElseThrow();
    }
}
