package dev.interop.moqt.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Since draft 17 no message says which draft a session speaks. */
class AgreementTest {
    @Test
    void overQuicTheServersAlpnSaysTheDraft() {
        var conversation = quic().alpn("moqt-18").read(MoqtDraft.DRAFT_18, Transport.QUIC);

        assertThat(conversation.contradictions()).isEmpty();
        assertThat(conversation.doubt()).isEmpty();
    }

    @Test
    void anotherAlpnIsAnotherDraft() {
        var conversation = quic().alpn("moqt-22").read(MoqtDraft.DRAFT_18, Transport.QUIC);

        assertThat(conversation.contradictions())
                .singleElement()
                .hasToString("ALPN 'moqt-22', not 'moqt-18', from the server, packet 3");
    }

    @Test
    void withoutAlpnNobodyKnows() {
        var conversation = quic().read(MoqtDraft.DRAFT_18, Transport.QUIC);

        assertThat(conversation.contradictions()).isEmpty();
        assertThat(conversation.doubt()).hasValueSatisfying(it -> assertThat(it).contains("ALPN", "moqt-18"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"moqt-18\"", "\"moqt-18\";a=1", " \"moqt-18\" "})
    void inWebTransportTheAnswerToConnectSaysTheDraft(String value) {
        var conversation = webTransport().alpn("h3").wtProtocol(value).read(MoqtDraft.DRAFT_18, Transport.WEBTRANSPORT);

        assertThat(conversation.contradictions()).isEmpty();
        assertThat(conversation.doubt()).isEmpty();
    }

    @Test
    void anotherNameInTheAnswerIsAnotherDraft() {
        var conversation =
                webTransport().alpn("h3").wtProtocol("\"moqt-20\"").read(MoqtDraft.DRAFT_18, Transport.WEBTRANSPORT);

        assertThat(conversation.contradictions())
                .singleElement()
                .hasToString("wt-protocol 'moqt-20', not 'moqt-18', from the server, packet 4");
    }

    /** draft-ietf-webtrans-http3 §3.3: what is no string counts as not there. */
    @ParameterizedTest
    @ValueSource(strings = {"moqt-18", "", "\"moqt-18", "1"})
    void anAnswerWithoutAStringSaysNothing(String value) {
        var conversation = webTransport().wtProtocol(value).read(MoqtDraft.DRAFT_18, Transport.WEBTRANSPORT);

        assertThat(conversation.contradictions()).isEmpty();
        assertThat(conversation.doubt()).isPresent();
    }

    @Test
    void twoSessionsNeedTwoAnswers() {
        var one = webTransport().client(10, "4054 04 af00 0000").wtProtocol("\"moqt-18\"");

        assertThat(one.read(MoqtDraft.DRAFT_18, Transport.WEBTRANSPORT).doubt()).isPresent();
        assertThat(one.wtProtocol("\"moqt-18\"")
                        .read(MoqtDraft.DRAFT_18, Transport.WEBTRANSPORT)
                        .doubt())
                .isEmpty();
    }

    @Test
    void draft16HasANameOfItsOwn() {
        var script = new Script().client(0, "20 0001 00").server(0, "21 0001 00");

        assertThat(script.read(MoqtDraft.DRAFT_16, Transport.QUIC).doubt()).isPresent();
        assertThat(script.alpn("moqt-16").read(MoqtDraft.DRAFT_16, Transport.QUIC))
                .satisfies(it -> assertThat(it.contradictions()).isEmpty())
                .satisfies(it -> assertThat(it.doubt()).isEmpty());
    }

    @Test
    void draft14SaysItInItsSetupMessages() {
        assertThat(new Script()
                        .client(0, "20 { 01 c0000000ff00000e 00 }")
                        .server(0, "21 { c0000000ff00000e 00 }")
                        .alpn("moq-00")
                        .read(MoqtDraft.DRAFT_14, Transport.QUIC))
                .satisfies(it -> assertThat(it.contradictions()).isEmpty())
                .satisfies(it -> assertThat(it.doubt()).isEmpty());
    }

    private static Script quic() {
        return new Script().client(2, "af00 0000").server(3, "af00 0000");
    }

    private static Script webTransport() {
        return new Script().client(6, "4054 00 af00 0000").server(7, "4054 00 af00 0000");
    }
}
