package dev.interop.moqt.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Since draft 17 no message has the draft of a session. */
class NegotiatedDraftTest {
    @Test
    void overQuicTheServersAlpnDeterminesTheDraft() {
        var session = quic().alpn("moqt-18").read(MoqtDraft.DRAFT_18, Transport.QUIC);

        assertThat(session.contradictions()).isEmpty();
        assertThat(session.doubt()).isEmpty();
    }

    @Test
    void anotherAlpnContradictsTheDraft() {
        var session = quic().alpn("moqt-22").read(MoqtDraft.DRAFT_18, Transport.QUIC);

        assertThat(session.contradictions())
                .singleElement()
                .hasToString("ALPN 'moqt-22', not 'moqt-18', from the server, packet 3");
    }

    @Test
    void withoutAlpnTheDraftIsInDoubt() {
        var session = quic().read(MoqtDraft.DRAFT_18, Transport.QUIC);

        assertThat(session.contradictions()).isEmpty();
        assertThat(session.doubt()).hasValueSatisfying(it -> assertThat(it).contains("ALPN", "moqt-18"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"moqt-18\"", "\"moqt-18\";a=1", " \"moqt-18\" "})
    void inWebTransportTheAnswerToConnectDeterminesTheDraft(String value) {
        var session = webTransport().alpn("h3").wtProtocol(value).read(MoqtDraft.DRAFT_18, Transport.WEBTRANSPORT);

        assertThat(session.contradictions()).isEmpty();
        assertThat(session.doubt()).isEmpty();
    }

    @Test
    void anotherNameInTheAnswerToConnectContradictsTheDraft() {
        var session =
                webTransport().alpn("h3").wtProtocol("\"moqt-20\"").read(MoqtDraft.DRAFT_18, Transport.WEBTRANSPORT);

        assertThat(session.contradictions())
                .singleElement()
                .hasToString("wt-protocol 'moqt-20', not 'moqt-18', from the server, packet 4");
    }

    /** A value that is not a string is ignored (draft-ietf-webtrans-http3 §3.3). */
    @ParameterizedTest
    @ValueSource(strings = {"moqt-18", "", "\"moqt-18", "1"})
    void anAnswerWhoseValueIsNotAStringIsIgnored(String value) {
        var session = webTransport().wtProtocol(value).read(MoqtDraft.DRAFT_18, Transport.WEBTRANSPORT);

        assertThat(session.contradictions()).isEmpty();
        assertThat(session.doubt()).isPresent();
    }

    @Test
    void twoSessionsWithOneAnswerLeaveTheDraftInDoubt() {
        var one = webTransport().client(10, "4054 04 af00 0000").wtProtocol("\"moqt-18\"");

        assertThat(one.read(MoqtDraft.DRAFT_18, Transport.WEBTRANSPORT).doubt()).isPresent();
        assertThat(one.wtProtocol("\"moqt-18\"")
                        .read(MoqtDraft.DRAFT_18, Transport.WEBTRANSPORT)
                        .doubt())
                .isEmpty();
    }

    @Test
    void draft16HasItsOwnName() {
        var script = new SessionScript().client(0, "20 0001 00").server(0, "21 0001 00");

        assertThat(script.read(MoqtDraft.DRAFT_16, Transport.QUIC).doubt()).isPresent();
        assertThat(script.alpn("moqt-16").read(MoqtDraft.DRAFT_16, Transport.QUIC))
                .satisfies(it -> assertThat(it.contradictions()).isEmpty())
                .satisfies(it -> assertThat(it.doubt()).isEmpty());
    }

    @Test
    void draft14IsNegotiatedInItsSetupMessages() {
        assertThat(new SessionScript()
                        .client(0, "20 { 01 c0000000ff00000e 00 }")
                        .server(0, "21 { c0000000ff00000e 00 }")
                        .alpn("moq-00")
                        .read(MoqtDraft.DRAFT_14, Transport.QUIC))
                .satisfies(it -> assertThat(it.contradictions()).isEmpty())
                .satisfies(it -> assertThat(it.doubt()).isEmpty());
    }

    private static SessionScript quic() {
        return new SessionScript().client(2, "af00 0000").server(3, "af00 0000");
    }

    private static SessionScript webTransport() {
        return new SessionScript().client(6, "4054 00 af00 0000").server(7, "4054 00 af00 0000");
    }
}
