package dev.interop.moqt.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.trace.FrameType;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionEndTest {
    private static final FrameType QUIC = FrameType.CONNECTION_CLOSE;
    private static final FrameType APPLICATION = FrameType.CONNECTION_CLOSE_APPLICATION;

    @Test
    void overQuicTheCloseOfTheConnectionEndsTheSession() {
        assertThat(quic().close(Side.CLIENT, APPLICATION, 0)
                        .close(Side.SERVER, QUIC, 0)
                        .read(MoqtDraft.DRAFT_18, Transport.QUIC)
                        .sessionEnds())
                .allMatch(SessionEnd::isWithoutError)
                .extracting(SessionEnd::toString)
                .containsExactly(
                        "CONNECTION_CLOSE with MoQT code 0x0 from the client, packet 3",
                        "CONNECTION_CLOSE with QUIC code 0x0 from the server, packet 4");
    }

    @Test
    void anyOtherCodeIsAnError() {
        assertThat(quic().close(Side.SERVER, APPLICATION, 3)
                        .close(Side.CLIENT, QUIC, 0xa)
                        .close(Side.CLIENT, APPLICATION, 0x100)
                        .read(MoqtDraft.DRAFT_18, Transport.QUIC)
                        .sessionEnds())
                .hasSize(3)
                .noneMatch(SessionEnd::isWithoutError);
    }

    /** A client closes in this way before its handshake is confirmed (RFC 9000 §10.2.3). */
    @ParameterizedTest
    @EnumSource(
            value = PacketType.class,
            names = {"INITIAL", "HANDSHAKE"})
    void aReplacementCloseIsIgnoredBesideTheRealClose(PacketType early) {
        assertThat(quic().close(Side.CLIENT, early, QUIC, 0xc)
                        .close(Side.CLIENT, APPLICATION, 0)
                        .read(MoqtDraft.DRAFT_18, Transport.QUIC)
                        .sessionEnds())
                .singleElement()
                .hasToString("CONNECTION_CLOSE with MoQT code 0x0 from the client, packet 4");
    }

    @Test
    void aReplacementCloseAloneHidesTheCode() {
        assertThat(quic().close(Side.CLIENT, PacketType.HANDSHAKE, QUIC, 0xc)
                        .close(Side.SERVER, APPLICATION, 0)
                        .read(MoqtDraft.DRAFT_18, Transport.QUIC)
                        .sessionEnds())
                .extracting(SessionEnd::isHidden)
                .containsExactly(true, false);
    }

    @Test
    void otherClosesInEarlyPacketsCount() {
        assertThat(quic().close(Side.CLIENT, PacketType.HANDSHAKE, QUIC, 0xa)
                        .close(Side.CLIENT, PacketType.ONE_RTT, QUIC, 0xc)
                        .read(MoqtDraft.DRAFT_18, Transport.QUIC)
                        .sessionEnds())
                .hasSize(2)
                .noneMatch(SessionEnd::isHidden)
                .noneMatch(SessionEnd::isWithoutError);
    }

    @Test
    void aCapsuleEndsAWebTransportSession() {
        var ends = webTransport()
                .client(0, "01 02 abcd" + "00 0b 6843 08 00000000 \"done\"")
                .end(Side.CLIENT, 0, StreamEnd.How.FIN)
                .server(0, "01 01 d9" + "00 02 6843" + "21 01 00" + "00 05 04 00000003")
                .read(MoqtDraft.DRAFT_18, Transport.WEBTRANSPORT)
                .sessionEnds();

        assertThat(ends)
                .extracting(SessionEnd::toString)
                .containsExactly(
                        "CLOSE_WEBTRANSPORT_SESSION with code 0x0 from the client, packet 3",
                        "CLOSE_WEBTRANSPORT_SESSION with code 0x3 from the server, packet 5");
        assertThat(ends).extracting(SessionEnd::isWithoutError).containsExactly(true, false);
    }

    /** A FIN equals a capsule with code 0 (draft-ietf-webtrans-http3 §6). */
    @Test
    void aFinOnTheConnectRequestsStreamIsACloseWithoutAnError() {
        assertThat(webTransport()
                        .client(0, "01 02 abcd")
                        .end(Side.CLIENT, 2, StreamEnd.How.FIN)
                        .end(Side.CLIENT, 0, StreamEnd.How.FIN)
                        .read(MoqtDraft.DRAFT_18, Transport.WEBTRANSPORT)
                        .sessionEnds())
                .singleElement()
                .satisfies(it -> assertThat(it.isWithoutError()).isTrue())
                .hasToString("FIN on the CONNECT request's stream from the client, packet 5");
    }

    @Test
    void aResetOfTheConnectRequestsStreamIsAnError() {
        assertThat(webTransport()
                        .client(0, "01 02 abcd")
                        .end(Side.CLIENT, 0, StreamEnd.How.RESET_STREAM_AT, 0x100)
                        .read(MoqtDraft.DRAFT_18, Transport.WEBTRANSPORT)
                        .sessionEnds())
                .singleElement()
                .satisfies(it -> assertThat(it.isWithoutError()).isFalse());
    }

    @Test
    void aCapsuleWithoutACodeIsAnError() {
        assertThat(webTransport()
                        .client(0, "01 02 abcd" + "00 03 6843 00")
                        .end(Side.CLIENT, 0, StreamEnd.How.FIN)
                        .read(MoqtDraft.DRAFT_18, Transport.WEBTRANSPORT)
                        .sessionEnds())
                .singleElement()
                .satisfies(it -> assertThat(it.isWithoutError()).isFalse());
    }

    /** The capsule may be in the bytes that were not captured. */
    @Test
    void aFinAfterAGapIsIgnored() {
        var session = webTransport()
                .client(0, "01 02 abcd")
                .lost(Side.CLIENT, 0, 9)
                .client(0, "00")
                .end(Side.CLIENT, 0, StreamEnd.How.FIN)
                .read(MoqtDraft.DRAFT_18, Transport.WEBTRANSPORT);

        assertThat(session.sessionEnds()).isEmpty();
        assertThat(session.problems()).singleElement().asString().contains("not in the capture");
    }

    @Test
    void http3MayBeClosedWithItsOwnAndWebTransportsCodes() {
        var ends = webTransport()
                .close(Side.CLIENT, APPLICATION, 0x100)
                .close(Side.CLIENT, APPLICATION, 0)
                .close(Side.CLIENT, APPLICATION, 0x52e4a40fa8dbL)
                .close(Side.CLIENT, APPLICATION, 0x52e4a40fa8deL)
                .close(Side.CLIENT, APPLICATION, 0x104)
                .read(MoqtDraft.DRAFT_18, Transport.WEBTRANSPORT)
                .sessionEnds();

        assertThat(ends).extracting(SessionEnd::isWithoutError).containsExactly(true, true, true, false, false);
        assertThat(ends.get(3))
                .hasToString("CONNECTION_CLOSE with HTTP/3 code 0x52e4a40fa8de (WebTransport code 0x3) from the client,"
                        + " packet 6");
    }

    /** Clients may send other HTTP requests beside the session, such as for a certificate's hash. */
    @Test
    void otherRequestsDoNotEndTheSession() {
        assertThat(webTransport()
                        .client(4, "01 02 abcd")
                        .end(Side.CLIENT, 4, StreamEnd.How.FIN)
                        .read(MoqtDraft.DRAFT_18, Transport.WEBTRANSPORT)
                        .sessionEnds())
                .isEmpty();
    }

    private static SessionScript quic() {
        return new SessionScript().client(2, "af00 0000").server(3, "af00 0000");
    }

    private static SessionScript webTransport() {
        return new SessionScript().client(6, "4054 00 af00 0000").server(7, "4054 00 af00 0000");
    }
}
