package dev.interop.webtransport;

import static dev.interop.testing.RecordingBuilder.recording;
import static dev.interop.trace.PacketType.HANDSHAKE;
import static dev.interop.trace.Side.CLIENT;
import static dev.interop.trace.Side.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.testing.TestEvidence;
import dev.interop.testing.TraceBuilder;
import dev.interop.verdict.AtFault;
import dev.interop.verdict.Finding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionExplanationTest {
    private static final long RESET_STREAM_AT = 0x17f7586d2cb571L;
    private static final long DATAGRAMS = 0x20;
    private static final String DRAFT_2 = "ab60374201";
    private static final String DRAFT_13 = "94e9cd2901";
    private static final String DRAFT_15 = "ac7cf00001";
    private static final String H3_DATAGRAM = "3301";
    private static final String CONNECT = "0801";

    private final OpeningScript opening = new OpeningScript();

    @Test
    void aTransportParameterThatOneSideRequiresAndTheOtherDoesNotSendIsNamed() {
        var found = explain(
                "transfer-bidirectional-receive",
                opening.parameters(CLIENT, DATAGRAMS, RESET_STREAM_AT)
                        .parameters(SERVER, DATAGRAMS)
                        .close(CLIENT, 0x212c0d48L)
                        .packets());

        assertThat(found).singleElement().satisfies(it -> {
            assertThat(it.seen())
                    .isEqualTo("the client requires reset_stream_at (transport parameter 0x17f7586d2cb571), the server"
                            + " does not send it; the client closed the connection with WT_REQUIREMENTS_NOT_MET"
                            + " (0x212c0d48)");
            assertThat(it.section()).isEqualTo("draft-ietf-webtrans-http3 §3.1");
            assertThat(it.atFault()).hasValue(AtFault.NEITHER);
            assertThat(it.evidence().packet()).hasValue(2);
        });
    }

    /** The client's settings come just before its close, and are captured or not. */
    @Test
    void aParameterForWhichASideRefusesComesBeforeTheSettings() {
        var found = explain(
                "handshake",
                opening.parameters(CLIENT, DATAGRAMS, RESET_STREAM_AT)
                        .parameters(SERVER, DATAGRAMS)
                        .settings(SERVER, CONNECT + H3_DATAGRAM + DRAFT_2)
                        .settings(CLIENT, H3_DATAGRAM + DRAFT_15)
                        .close(CLIENT, 0x212c0d48L)
                        .packets());

        assertThat(found)
                .extracting(Finding::seen)
                .satisfiesExactly(
                        it -> assertThat(it).startsWith("the client requires reset_stream_at "),
                        it -> assertThat(it).startsWith("the client announces WebTransport by SETTINGS_WT_ENABLED "));
    }

    @Test
    void nothingIsMissingIfBothSendIt() {
        var found = explain(
                "transfer-bidirectional-receive",
                opening.parameters(CLIENT, DATAGRAMS, RESET_STREAM_AT)
                        .parameters(SERVER, DATAGRAMS, RESET_STREAM_AT)
                        .packets());

        assertThat(found).isEmpty();
    }

    @Test
    void nothingIsMissingFromParametersThatCouldNotBeRead() {
        var found = explain(
                "transfer-bidirectional-receive",
                opening.parameters(CLIENT, DATAGRAMS, RESET_STREAM_AT).packets().sealed(SERVER, HANDSHAKE));

        assertThat(found).isEmpty();
    }

    @Test
    void sidesThatAnnounceDifferentDraftsAreNamed() {
        var found = explain(
                "transfer-bidirectional-receive",
                opening.settings(CLIENT, H3_DATAGRAM + DRAFT_2)
                        .settings(SERVER, CONNECT + H3_DATAGRAM + DRAFT_13)
                        .packets());

        assertThat(found).singleElement().satisfies(it -> {
            assertThat(it.seen())
                    .isEqualTo("the client announces WebTransport by SETTINGS_ENABLE_WEBTRANSPORT (0x2b603742, drafts 2"
                            + " to 6), the server by SETTINGS_WT_MAX_SESSIONS (0x14e9cd29, drafts 13 and 14)");
            assertThat(it.atFault()).hasValue(AtFault.NEITHER);
            assertThat(it.evidence().packet()).hasValue(2);
        });
    }

    @Test
    void aServerWithoutDatagramsIsNamedForTheClientsSettings() {
        var found = explain(
                "transfer-bidirectional-receive",
                opening.settings(CLIENT, H3_DATAGRAM + DRAFT_15)
                        .settings(SERVER, DRAFT_15)
                        .packets());

        assertThat(found)
                .extracting(Finding::seen)
                .containsExactly(
                        "the client sends SETTINGS_H3_DATAGRAM (setting 0x33), the server does not send it",
                        "the client sends SETTINGS_ENABLE_CONNECT_PROTOCOL (setting 0x8), the server does not send it");
        assertThat(found).allSatisfy(it -> assertThat(it.evidence().packet()).hasValue(2));
        assertThat(found).allSatisfy(it -> assertThat(it.atFault()).hasValue(AtFault.SERVER));
    }

    @Test
    void aSideThatAnnouncesALateDraftAloneHasToSendWhatItRequires() {
        var found = explain(
                "handshake",
                opening.parameters(CLIENT, DATAGRAMS, RESET_STREAM_AT)
                        .parameters(SERVER, DATAGRAMS)
                        .settings(SERVER, CONNECT + H3_DATAGRAM + DRAFT_15)
                        .close(CLIENT, 0x212c0d48L)
                        .packets());

        assertThat(found).singleElement().satisfies(it -> {
            assertThat(it.seen()).startsWith("the client requires reset_stream_at ");
            assertThat(it.atFault()).hasValue(AtFault.SERVER);
        });
    }

    @Test
    void aRefusedRequestIsExplainedByWhatTheServerRequiresOfTheClient() {
        var found = explain(
                "transfer-bidirectional-receive",
                opening.parameters(CLIENT)
                        .parameters(SERVER, DATAGRAMS)
                        .fields(CLIENT, ":method", "CONNECT", ":protocol", "webtransport")
                        .fields(SERVER, ":status", "500")
                        .packets());

        assertThat(found)
                .extracting(Finding::seen)
                .containsExactly(
                        "the server sends max_datagram_frame_size (transport parameter 0x20), the client does not send"
                                + " it",
                        "the server answered CONNECT with status 500");
        assertThat(found.get(0).atFault()).hasValue(AtFault.CLIENT);
        assertThat(found.get(1).evidence().packet()).hasValue(4);
        assertThat(found.get(1).atFault()).isEmpty();
    }

    @Test
    void aNameOfTheProtocolThatALaterDraftReplacedIsNamed() {
        var found = explain(
                "handshake",
                opening.settings(CLIENT, DRAFT_2 + DRAFT_15)
                        .settings(SERVER, CONNECT + DRAFT_15)
                        .fields(CLIENT, ":method", "CONNECT", ":protocol", "webtransport")
                        .fields(SERVER, ":status", "400")
                        .packets());

        assertThat(found)
                .first()
                .satisfies(it -> assertThat(it.seen())
                        .isEqualTo("the client's CONNECT has the :protocol webtransport, and the server announces"
                                + " draft 15 alone"))
                .satisfies(it -> assertThat(it.atFault()).hasValue(AtFault.CLIENT));
    }

    @Test
    void aSideThatClosesBeforeItAnnouncesAnythingIsNamedWithWhatTheOtherAnnounces() {
        var found = explain(
                "handshake",
                opening.settings(SERVER, CONNECT + H3_DATAGRAM + DRAFT_2)
                        .close(CLIENT, 0x212c0d48L)
                        .packets());

        assertThat(found)
                .extracting(Finding::seen)
                .containsExactly(
                        "the client closed the connection with WT_REQUIREMENTS_NOT_MET (0x212c0d48); the server"
                                + " announces WebTransport by SETTINGS_ENABLE_WEBTRANSPORT (0x2b603742, drafts 2 to 6)");
    }

    /** Before the handshake is confirmed, QUIC hides the application's code (RFC 9000 §10.2.3). */
    @Test
    void anApplicationThatClosesInTheHandshakeRefusesWhatThePeerAnnounces() {
        var found = explain(
                "handshake",
                opening.settings(SERVER, CONNECT + H3_DATAGRAM + DRAFT_2)
                        .closeInHandshake(CLIENT)
                        .packets());

        assertThat(found).singleElement().satisfies(it -> {
            assertThat(it.seen())
                    .isEqualTo("the client closed the connection with APPLICATION_ERROR (0xc) in the handshake, which"
                            + " stands for a code of HTTP/3 or WebTransport; the server announces WebTransport by"
                            + " SETTINGS_ENABLE_WEBTRANSPORT (0x2b603742, drafts 2 to 6)");
            assertThat(it.atFault()).hasValue(AtFault.NEITHER);
            assertThat(it.evidence().packet()).hasValue(2);
        });
    }

    @Test
    void aCloseInTheHandshakeAccusesNobodyWhereNoDraftCanBeMissing() {
        var all = CONNECT + H3_DATAGRAM + DRAFT_2 + "c0000000c671706a01" + DRAFT_13 + DRAFT_15;
        for (var opened : List.of(
                new OpeningScript().settings(SERVER, all).closeInHandshake(CLIENT),
                new OpeningScript().closeInHandshake(CLIENT),
                new OpeningScript().closeInHandshake(CLIENT).settings(SERVER, CONNECT + H3_DATAGRAM + DRAFT_2))) {
            assertThat(explain("handshake", opened.packets()))
                    .singleElement()
                    .satisfies(it -> assertThat(it.atFault()).isEmpty());
        }
    }

    @Test
    void aCloseInTheHandshakeIsNoRefusalIfItsCodeIsReadAndSaysSomethingElse() {
        var found = explain(
                "handshake",
                opening.settings(SERVER, CONNECT + H3_DATAGRAM + DRAFT_2)
                        .closeInHandshake(CLIENT)
                        .close(CLIENT, 0x102)
                        .packets());

        assertThat(found).isEmpty();
    }

    @Test
    void whatOneSideAnnouncesAndTheOtherDeclinesIsSettled() {
        assertThat(isSettled(new OpeningScript()
                        .parameters(CLIENT, RESET_STREAM_AT)
                        .parameters(SERVER)
                        .close(CLIENT, 0x212c0d48L)))
                .as("a refusal that names the cause")
                .isTrue();
        assertThat(isSettled(drafts().close(CLIENT, 0x100)))
                .as("a client that leaves without a request")
                .isTrue();
        assertThat(isSettled(drafts().fields(CLIENT, ":method", "CONNECT", ":protocol", "webtransport")
                        .fields(SERVER, ":status", "400")))
                .as("a status")
                .isTrue();
    }

    @Test
    void whatTheOtherSideMayHaveTakenIsNotSettled() {
        assertThat(isSettled(new OpeningScript()
                        .parameters(CLIENT, RESET_STREAM_AT)
                        .parameters(SERVER)
                        .close(CLIENT, 0x100)))
                .as("a parameter that is only missing")
                .isFalse();
        assertThat(isSettled(drafts())).as("drafts that differ, without an end").isFalse();
        assertThat(isSettled(drafts().fields(CLIENT, ":method", "CONNECT", ":protocol", "webtransport")
                        .close(CLIENT, 0x100)))
                .as("a request that was not answered in time")
                .isFalse();
        assertThat(isSettled(new OpeningScript()
                        .settings(SERVER, CONNECT + H3_DATAGRAM + DRAFT_2)
                        .closeInHandshake(CLIENT)))
                .as("a close whose cause is hidden")
                .isFalse();
        assertThat(isSettled(new OpeningScript()
                        .settings(CLIENT, DRAFT_2)
                        .settings(SERVER, CONNECT + DRAFT_2)
                        .fields(CLIENT, ":method", "CONNECT", ":protocol", "webtransport")
                        .fields(SERVER, ":status", "404")))
                .as("a status with drafts that fit")
                .isFalse();
    }

    @Test
    void nothingIsSettledByAClientWhosePacketsWereNotRead() {
        var packets = drafts().close(CLIENT, 0x100).packets().unread(CLIENT, "it is an IP fragment");

        assertThat(isSettled(packets)).isFalse();
    }

    @Test
    void anAnswerThatSelectsNoApplicationProtocolIsNamedInTheHandshake() {
        opening.fields(CLIENT, ":method", "CONNECT", "wt-available-protocols", "\"a\", \"b\"")
                .fields(SERVER, ":status", "200");

        assertThat(explain("handshake", opening.packets())).singleElement().satisfies(it -> {
            assertThat(it.seen())
                    .isEqualTo("the server's answer to CONNECT selects no application protocol (wt-protocol)");
            assertThat(it.expected()).isEqualTo("one of \"a\", \"b\" in it");
            assertThat(it.atFault()).hasValue(AtFault.SERVER);
            assertThat(it.evidence().packet()).hasValue(2);
        });
        assertThat(explain("transfer-bidirectional-receive", opening.packets())).isEmpty();
    }

    @Test
    void aClientThatOffersNoApplicationProtocolIsNamedInTheHandshake() {
        opening.fields(CLIENT, ":method", "CONNECT").fields(SERVER, ":status", "200");

        assertThat(explain("handshake", opening.packets()))
                .extracting(Finding::seen)
                .containsExactly(
                        "the client's CONNECT request offers no application protocol (wt-available-protocols)");
    }

    @Test
    void anOpenSessionWithAProtocolNeedsNoExplanation() {
        opening.parameters(CLIENT, RESET_STREAM_AT)
                .parameters(SERVER)
                .fields(CLIENT, ":method", "CONNECT", "wt-available-protocols", "\"a\"")
                .fields(SERVER, ":status", "200", "wt-protocol", "\"a\"");

        assertThat(explain("handshake", opening.packets())).isEmpty();
    }

    @Test
    void settingsThatComeInPiecesAndOutOfOrderAreRead() {
        var found = explain(
                "handshake",
                opening.settings(CLIENT, H3_DATAGRAM + DRAFT_2)
                        .settingsInPieces(SERVER, CONNECT + H3_DATAGRAM + DRAFT_13)
                        .packets());

        assertThat(found).hasSize(1);
        assertThat(found.get(0).evidence().packet()).hasValue(3);
    }

    @Test
    void everyTestCaseExplainsItsFailures() {
        assertThat(new WebTransportProtocol().testCases())
                .allSatisfy(it -> assertThat(it.explanation()).isInstanceOf(SessionExplanation.class));
    }

    /** A client and a server whose drafts differ. */
    private static OpeningScript drafts() {
        return new OpeningScript()
                .settings(CLIENT, H3_DATAGRAM + DRAFT_2)
                .settings(SERVER, CONNECT + H3_DATAGRAM + DRAFT_13);
    }

    private static boolean isSettled(OpeningScript opened) {
        return isSettled(opened.packets());
    }

    private static boolean isSettled(TraceBuilder packets) {
        var cell = recording(Path.of("nowhere")).webTransport("handshake").build();
        return new SessionExplanation().isSettled(new TestEvidence(cell, packets.build()));
    }

    private static List<Finding> explain(String test, TraceBuilder packets) {
        var cell = recording(Path.of("nowhere")).webTransport(test).build();
        return new SessionExplanation().explain(new TestEvidence(cell, packets.build()));
    }
}
