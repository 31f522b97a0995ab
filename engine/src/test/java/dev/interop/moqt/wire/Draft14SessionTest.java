package dev.interop.moqt.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.trace.Side;
import org.junit.jupiter.api.Test;

/** The first bytes are from captures of moq-test-client and moq-relay-ietf; the rest follows the draft. */
class Draft14SessionTest {
    private static final String CLIENT_SETUP = "20 000d 01 c0000000ff00000e 01 02 4064";
    private static final String SERVER_SETUP = "21 001c c0000000ff00000e 02 02 4064 07 0e \"moq-relay-ietf\"";
    private static final String PUBLISH_NAMESPACE = "06 0014 00 02 08\"moq-test\" 07\"interop\" 00";

    @Test
    void setupMessagesNegotiateTheVersion() {
        var session = script().read(MoqtDraft.DRAFT_14, Transport.QUIC);

        assertThat(session.setupFrom(Side.CLIENT)).hasValueSatisfying(it -> {
            assertThat(it.versions()).containsExactly(0xff00000eL);
            assertThat(it.details()).isEqualTo("0xff00000e");
            assertThat(it.section()).isEqualTo("draft-ietf-moq-transport-14 §9.3");
        });
        assertThat(session.setupFrom(Side.SERVER))
                .hasValueSatisfying(it -> assertThat(it.versions()).containsExactly(0xff00000eL));
        assertThat(session.contradictions()).isEmpty();
    }

    @Test
    void eachKindOfRequestHasItsOwnErrorMessage() {
        var session = script().client(0, PUBLISH_NAMESPACE)
                .client(0, "03 { 02 01 0b\"nonexistent\" 0a\"test-track\" 80 01 01 02 00 }")
                .client(0, "11 { 04 01 06\"prefix\" 00 }")
                .server(0, "05 0017 02 04 14 \"no such track at all\"")
                .server(0, "08 { 00 01 04\"nope\" }")
                .server(0, "13 { 04 03 04\"nope\" }")
                .read(MoqtDraft.DRAFT_14, Transport.QUIC);

        assertThat(session.requests(Request.class))
                .extracting(session::answerTo)
                .extracting(
                        it -> it.orElseThrow().name() + " " + it.orElseThrow().section())
                .containsExactly(
                        "PUBLISH_NAMESPACE_ERROR draft-ietf-moq-transport-14 §9.25",
                        "SUBSCRIBE_ERROR draft-ietf-moq-transport-14 §9.9",
                        "SUBSCRIBE_NAMESPACE_ERROR draft-ietf-moq-transport-14 §9.30");
        assertThat(session.all(RequestError.class))
                .extracting(Message::details)
                .containsExactly("0x4 'no such track at all'", "0x1 'nope'", "0x3 'nope'");
        assertThat(session.all(MalformedMessage.class)).isEmpty();
    }

    @Test
    void requestsAreGranted() {
        var session = script().client(0, PUBLISH_NAMESPACE)
                .client(0, "11 { 02 01 06\"prefix\" 00 }")
                .server(0, "07 0001 00")
                .server(0, "12 0001 02")
                .server(0, "03 { 01 02 08\"moq-test\" 07\"interop\" 0a\"test-track\" 80 01 01 03 4100 05 00 }")
                .client(0, "04 { 01 4005 00 01 01 4100 05 00 }")
                .server(0, "03 { 03 02 08\"moq-test\" 07\"interop\" 05\"other\" 80 01 01 04 00 05 06 01 02 03 }")
                .client(0, "04 { 03 06 00 01 00 00 }")
                .read(MoqtDraft.DRAFT_14, Transport.QUIC);

        assertThat(session.requests(Request.class))
                .extracting(session::answerTo)
                .extracting(
                        it -> it.orElseThrow().name() + " " + it.orElseThrow().section())
                .containsExactly(
                        "PUBLISH_NAMESPACE_OK draft-ietf-moq-transport-14 §9.24",
                        "SUBSCRIBE_NAMESPACE_OK draft-ietf-moq-transport-14 §9.29",
                        "SUBSCRIBE_OK draft-ietf-moq-transport-14 §9.8",
                        "SUBSCRIBE_OK draft-ietf-moq-transport-14 §9.8");
        assertThat(session.requests(Subscribe.class))
                .extracting(Subscribe::track)
                .extracting(Bytes::toString)
                .containsExactly("test-track", "other");
        assertThat(session.all(SubscribeOk.class))
                .extracting(SubscribeOk::trackAlias)
                .containsExactly(5L, 6L);
    }

    @Test
    void aWithdrawalNamesItsNamespace() {
        var session = script().client(0, PUBLISH_NAMESPACE)
                .client(0, "09 { 02 08\"moq-test\" 05\"other\" }")
                .client(0, "09 { 02 08\"moq-test\" 07\"interop\" }")
                .read(MoqtDraft.DRAFT_14, Transport.QUIC);
        var request = session.requests(PublishNamespace.class).get(0);

        assertThat(session.withdrawal(request)).hasValueSatisfying(it -> {
            assertThat(it.place().packet()).isEqualTo(5);
            assertThat(it.from()).isEqualTo(Side.CLIENT);
        });
    }

    @Test
    void overWebTransportTheControlStreamIsNotStream0() {
        var session = new SessionScript()
                .client(0, "01 05 \"CONNE\"")
                .client(4, "4041 00 " + CLIENT_SETUP)
                .server(4, SERVER_SETUP)
                .client(4, PUBLISH_NAMESPACE)
                .server(4, "07 0001 00")
                .read(MoqtDraft.DRAFT_14, Transport.WEBTRANSPORT);

        assertThat(session.messages())
                .extracting(Message::name)
                .containsExactly("CLIENT_SETUP", "SERVER_SETUP", "PUBLISH_NAMESPACE", "PUBLISH_NAMESPACE_OK");
        assertThat(session.problems()).isEmpty();
        assertThat(session.contradictions()).isEmpty();
    }

    private static SessionScript script() {
        return new SessionScript().client(0, CLIENT_SETUP).server(0, SERVER_SETUP);
    }
}
