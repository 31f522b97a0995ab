package dev.interop.moqt.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.trace.Side;
import org.junit.jupiter.api.Test;

/**
 * The bytes are from captures of moq-test-client and moq-relay-ietf over raw QUIC; where only the first bytes are known, the
 * rest follows the draft.
 */
class Draft18SessionTest {
    private static final String CLIENT_SETUP = "af00 000c 05 0a \"relay:4443\"";
    private static final String SERVER_SETUP = "af00 0000";
    private static final String PUBLISH_NAMESPACE = "06 0014 00 02 08\"moq-test\" 07\"interop\" 00";
    private static final String SUBSCRIBE = "03 0024 00 02 0b\"nonexistent\" 09\"namespace\" 0a\"test-track\" 00";
    private static final String REASON = "not found: no namespace of that name has been published with this relay";
    private static final String REQUEST_ERROR = "05 004a 10 00 47 \"" + REASON + "\"";

    @Test
    void setupIsReadFromAUnidirectionalStreamOfEachSide() {
        var session = script().read(MoqtDraft.DRAFT_18, Transport.QUIC);

        assertThat(session.setupFrom(Side.CLIENT)).hasValueSatisfying(it -> {
            assertThat(it.name()).isEqualTo("SETUP");
            assertThat(it.section()).isEqualTo("draft-ietf-moq-transport-18 §10.3");
            assertThat(it.type()).isEqualTo(0x2f00);
            assertThat(it.stream()).isEqualTo(2);
            assertThat(it.place().packet()).isEqualTo(1);
            assertThat(it.parameters()).isEqualTo(ByteNotation.bytes("05 0a \"relay:4443\""));
        });
        assertThat(session.setupFrom(Side.SERVER))
                .hasValueSatisfying(it -> assertThat(it.stream()).isEqualTo(3));
        assertThat(session.problems()).isEmpty();
        assertThat(session.contradictions()).isEmpty();
    }

    @Test
    void aRequestIsAnsweredOnItsStream() {
        var session = script().client(0, PUBLISH_NAMESPACE)
                .client(4, SUBSCRIBE)
                .server(4, REQUEST_ERROR)
                .server(0, "07 0001 00")
                .read(MoqtDraft.DRAFT_18, Transport.QUIC);

        assertThat(session.requests(PublishNamespace.class)).singleElement().satisfies(it -> {
            assertThat(it.namespace())
                    .isEqualTo(Namespace.of("moq-test", "interop"))
                    .hasToString("moq-test/interop");
            assertThat(it.requestId()).hasValue(0);
            assertThat(it.section()).endsWith("§10.15");
            assertThat(session.answerTo(it)).hasValueSatisfying(answer -> {
                assertThat(answer).isInstanceOf(RequestOk.class);
                assertThat(answer.section()).endsWith("§10.5");
                assertThat(answer.requestId()).isEmpty();
            });
        });
        assertThat(session.requests(Subscribe.class)).singleElement().satisfies(it -> {
            assertThat(it.track()).hasToString("test-track");
            assertThat(it.describe())
                    .isEqualTo("SUBSCRIBE nonexistent/namespace test-track from the client on stream 4, packet 4");
            assertThat(session.answerTo(it)).hasValueSatisfying(answer -> {
                assertThat(answer).isInstanceOfSatisfying(RequestError.class, error -> {
                    assertThat(error.code()).isEqualTo(0x10);
                    assertThat(error.reason()).hasToString(REASON);
                });
                assertThat(answer.section()).endsWith("§10.6");
                assertThat(answer.details()).startsWith("0x10 'not found: ");
            });
        });
    }

    @Test
    void theRelaysSubscriptionHasItsOwnStream() {
        var session = script().client(0, PUBLISH_NAMESPACE)
                .server(1, "03 { 01 02 08\"moq-test\" 07\"interop\" 0a\"test-track\" 00 }")
                .client(1, "04 0002 00 00")
                .read(MoqtDraft.DRAFT_18, Transport.QUIC);

        assertThat(session.requests(Subscribe.class)).singleElement().satisfies(it -> {
            assertThat(it.from()).isEqualTo(Side.SERVER);
            assertThat(session.answerTo(it)).containsInstanceOf(SubscribeOk.class);
        });
        assertThat(session.answerTo(session.requests(PublishNamespace.class).get(0)))
                .isEmpty();
    }

    @Test
    void namespaceSubscriptionsHaveANewMessageType() {
        var session = script().client(0, "50 { 00 01 08\"moq-test\" 01 10 04 \"abcd\" }")
                .server(0, "07 0001 00")
                .read(MoqtDraft.DRAFT_18, Transport.QUIC);

        assertThat(session.requests(SubscribeNamespace.class)).singleElement().satisfies(it -> {
            assertThat(it.prefix()).isEqualTo(Namespace.of("moq-test"));
            assertThat(it.section()).endsWith("§10.18");
            assertThat(it.parameters()).isEqualTo(ByteNotation.bytes("01 10 04 \"abcd\""));
            assertThat(session.answerTo(it)).containsInstanceOf(RequestOk.class);
        });
    }

    @Test
    void aNamespaceIsWithdrawnByAResetOfItsStream() {
        var session = script().client(0, PUBLISH_NAMESPACE)
                .end(Side.SERVER, 0, StreamEnd.How.STOP_SENDING)
                .end(Side.CLIENT, 0, StreamEnd.How.FIN)
                .end(Side.CLIENT, 0, StreamEnd.How.RESET_STREAM)
                .end(Side.CLIENT, 4, StreamEnd.How.RESET_STREAM)
                .read(MoqtDraft.DRAFT_18, Transport.QUIC);
        var request = session.requests(PublishNamespace.class).get(0);

        assertThat(session.endsOf(request)).hasSize(3);
        assertThat(session.withdrawal(request)).hasValueSatisfying(it -> {
            assertThat(it.place().packet()).isEqualTo(6);
            assertThat(it).hasToString("RESET_STREAM 0x1 from the client on stream 0, packet 6");
        });
    }

    @Test
    void aRequestErrorMayHaveARedirect() {
        var session = script().client(0, SUBSCRIBE)
                .server(0, "05 { 34 00 02\"no\" 00 01 02\"aa\" 01\"b\" } 07 0001 00")
                .read(MoqtDraft.DRAFT_18, Transport.QUIC);

        assertThat(session.answerTo(session.requests(Subscribe.class).get(0))).containsInstanceOf(RequestError.class);
    }

    @Test
    void overWebTransportStreamHeadersAreSkippedAndHttpStreamsIgnored() {
        var session = new SessionScript()
                .client(2, "00 04 07 06801000 00 01")
                .client(6, "02")
                .client(10, "03")
                .server(3, "00 04 00")
                .client(0, "01 05 \"CONNE\"")
                .server(0, "01 03 0000d9")
                .client(14, "4054 00 " + CLIENT_SETUP)
                .server(15, "4054 00 " + SERVER_SETUP)
                .client(4, "4041 00 " + PUBLISH_NAMESPACE)
                .server(4, "07 0001 00")
                .server(19, "4054 00 10 00 00 00 00")
                .read(MoqtDraft.DRAFT_18, Transport.WEBTRANSPORT);

        assertThat(session.messages())
                .extracting(Message::name)
                .containsExactly("SETUP", "SETUP", "PUBLISH_NAMESPACE", "REQUEST_OK");
        assertThat(session.answerTo(session.requests(PublishNamespace.class).get(0)))
                .isPresent();
        assertThat(session.problems()).isEmpty();
        assertThat(session.contradictions()).isEmpty();
    }

    @Test
    void dataStreamsAreIgnored() {
        var session = script().client(6, "10 00 00 00").read(MoqtDraft.DRAFT_18, Transport.QUIC);

        assertThat(session.messages()).hasSize(2);
        assertThat(session.problems()).isEmpty();
    }

    private static SessionScript script() {
        return new SessionScript().client(2, CLIENT_SETUP).server(3, SERVER_SETUP);
    }
}
