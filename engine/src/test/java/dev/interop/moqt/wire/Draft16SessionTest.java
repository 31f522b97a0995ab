package dev.interop.moqt.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.trace.Side;
import org.junit.jupiter.api.Test;

/** The first bytes are from captures of moq-test-client and moq-relay-ietf; the rest follows the draft. */
class Draft16SessionTest {
    private static final String CLIENT_SETUP = "20 0010 02 02 4064 03 0a \"relay:4443\"";
    private static final String SERVER_SETUP = "21 0004 01 02 4064";
    private static final String PUBLISH_NAMESPACE = "06 0014 00 02 08\"moq-test\" 07\"interop\" 00";

    @Test
    void setupIsReadFromTheControlStream() {
        var session = script().read(MoqtDraft.DRAFT_16, Transport.QUIC);

        assertThat(session.setupFrom(Side.CLIENT)).hasValueSatisfying(it -> {
            assertThat(it.describe()).isEqualTo("CLIENT_SETUP from the client on stream 0, packet 1");
            assertThat(it.section()).isEqualTo("draft-ietf-moq-transport-16 §9.3");
            assertThat(it.parameters()).isEqualTo(ByteNotation.bytes("02 02 4064 03 0a \"relay:4443\""));
        });
        assertThat(session.setupFrom(Side.SERVER))
                .hasValueSatisfying(it -> assertThat(it.name()).isEqualTo("SERVER_SETUP"));
        assertThat(session.contradictions()).isEmpty();
    }

    @Test
    void answersAreMatchedByRequestId() {
        var session = script().client(0, PUBLISH_NAMESPACE)
                .client(0, "03 0024 02 02 0b\"nonexistent\" 09\"namespace\" 0a\"test-track\" 00")
                .server(0, "05 { 02 10 00 04\"gone\" } 07 0002 00 00")
                .read(MoqtDraft.DRAFT_16, Transport.QUIC);

        var publish = session.requests(PublishNamespace.class).get(0);
        assertThat(publish.section()).endsWith("§9.20");
        assertThat(session.answerTo(publish)).hasValueSatisfying(it -> {
            assertThat(it).isInstanceOf(RequestOk.class);
            assertThat(it.section()).endsWith("§9.7");
        });
        var subscribe = session.requests(Subscribe.class).get(0);
        assertThat(subscribe.section()).endsWith("§9.9");
        assertThat(session.answerTo(subscribe)).hasValueSatisfying(it -> {
            assertThat(it).isInstanceOf(RequestError.class);
            assertThat(it.details()).isEqualTo("0x10 'gone'");
            assertThat(it.section()).endsWith("§9.8");
        });
    }

    @Test
    void aSubscriptionIsGranted() {
        var session = script().server(0, "03 { 01 02 08\"moq-test\" 07\"interop\" 0a\"test-track\" 00 }")
                .client(0, "04 { 01 07 00 0201 }")
                .read(MoqtDraft.DRAFT_16, Transport.QUIC);

        assertThat(session.answerTo(session.requests(Subscribe.class).get(0))).hasValueSatisfying(it -> {
            assertThat(it)
                    .isInstanceOfSatisfying(
                            SubscribeOk.class, ok -> assertThat(ok.trackAlias()).isEqualTo(7));
            assertThat(it.section()).endsWith("§9.10");
        });
    }

    @Test
    void aWithdrawalNamesItsRequestId() {
        var session = script().client(0, PUBLISH_NAMESPACE + "06 { 02 02 08\"moq-test\" 07\"another\" 00 }")
                .client(0, "09 0001 02")
                .end(Side.CLIENT, 0, StreamEnd.How.FIN)
                .read(MoqtDraft.DRAFT_16, Transport.QUIC);
        var requests = session.requests(PublishNamespace.class);

        assertThat(session.withdrawal(requests.get(0))).isEmpty();
        assertThat(session.withdrawal(requests.get(1))).hasValueSatisfying(it -> {
            assertThat(it)
                    .isInstanceOfSatisfying(
                            PublishNamespaceDone.class,
                            done -> assertThat(done.section()).endsWith("§9.22"));
            assertThat(it.place().packet()).isEqualTo(4);
        });
    }

    @Test
    void aNamespaceSubscriptionHasItsOwnStream() {
        var session = script().client(4, "11 { 04 01 08\"moq-test\" 01 00 }")
                .server(4, "07 0002 04 00 08 { 01 07\"interop\" }")
                .read(MoqtDraft.DRAFT_16, Transport.QUIC);

        var request = session.requests(SubscribeNamespace.class).get(0);
        assertThat(request.section()).endsWith("§9.25");
        assertThat(session.answerTo(request)).containsInstanceOf(RequestOk.class);
        assertThat(session.all(UnknownMessage.class)).singleElement().satisfies(it -> {
            assertThat(it.describe()).startsWith("message 0x8 of 9 bytes from the server");
            assertThat(it.section()).isEqualTo("draft-ietf-moq-transport-16 §9");
        });
    }

    @Test
    void overWebTransportTheControlStreamIsNotStream0() {
        var session = new SessionScript()
                .client(0, "01 05 \"CONNE\"")
                .client(4, "4041 00 " + CLIENT_SETUP)
                .server(4, SERVER_SETUP)
                .client(4, PUBLISH_NAMESPACE)
                .server(4, "07 0002 00 00")
                .server(7, "4054 00 10 00 00 00")
                .read(MoqtDraft.DRAFT_16, Transport.WEBTRANSPORT);

        assertThat(session.messages())
                .extracting(Message::name)
                .containsExactly("CLIENT_SETUP", "SERVER_SETUP", "PUBLISH_NAMESPACE", "REQUEST_OK");
        assertThat(session.answerTo(session.requests(PublishNamespace.class).get(0)))
                .isPresent();
        assertThat(session.contradictions()).isEmpty();
    }

    private static SessionScript script() {
        return new SessionScript().client(0, CLIENT_SETUP).server(0, SERVER_SETUP);
    }
}
