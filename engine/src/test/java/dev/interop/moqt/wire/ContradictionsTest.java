package dev.interop.moqt.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContradictionsTest {
    private static final String SETUP_18 = "af00 000c 05 0a \"relay:4443\"";
    private static final String CLIENT_SETUP_16 = "20 0010 02 02 4064 03 0a \"relay:4443\"";
    private static final String SERVER_SETUP_16 = "21 0004 01 02 4064";
    private static final String CLIENT_SETUP_14 = "20 000d 01 c0000000ff00000e 01 02 4064";
    private static final String SERVER_SETUP_14 = "21 { c0000000ff00000e 00 }";

    @Test
    void aSetupStreamContradictsEarlierDrafts() {
        var script = new SessionScript().client(2, SETUP_18).server(3, "af00 0000");

        assertThat(script.read(MoqtDraft.DRAFT_16, Transport.QUIC).contradictions())
                .hasSize(2)
                .first()
                .hasToString("SETUP (0x2f00) of draft 17 or later from the client on stream 2, packet 1");
        assertThat(script.read(MoqtDraft.DRAFT_14, Transport.QUIC).contradictions())
                .hasSize(2);
    }

    @Test
    void setupMessagesForEachSideContradictDraft18() {
        var session = new SessionScript()
                .client(0, CLIENT_SETUP_16)
                .server(0, SERVER_SETUP_16)
                .read(MoqtDraft.DRAFT_18, Transport.QUIC);

        assertThat(session.contradictions())
                .extracting(Contradiction::seen)
                .containsExactly(
                        "CLIENT_SETUP (0x20) of draft 16 or earlier", "SERVER_SETUP (0x21) of draft 16 or earlier");
    }

    @Test
    void versionListsContradictLaterDrafts() {
        var script = new SessionScript().client(0, CLIENT_SETUP_14).server(0, SERVER_SETUP_14);

        assertThat(script.read(MoqtDraft.DRAFT_16, Transport.QUIC).contradictions())
                .hasSize(2);
        assertThat(script.read(MoqtDraft.DRAFT_14, Transport.QUIC).contradictions())
                .isEmpty();
    }

    @Test
    void setupMessagesWithoutVersionListsContradictDraft14() {
        var session = new SessionScript()
                .client(0, CLIENT_SETUP_16)
                .server(0, SERVER_SETUP_16)
                .read(MoqtDraft.DRAFT_14, Transport.QUIC);

        assertThat(session.contradictions())
                .extracting(Contradiction::seen)
                .allSatisfy(it -> assertThat(it).endsWith("without version 0xff00000e"))
                .hasSize(2);
    }

    @Test
    void anotherVersionContradictsDraft14() {
        var session = new SessionScript()
                .client(0, "20 { 02 c0000000ff00000e c0000000ff00000d 00 }")
                .server(0, "21 { c0000000ff00000d 00 }")
                .read(MoqtDraft.DRAFT_14, Transport.QUIC);

        assertThat(session.contradictions())
                .singleElement()
                .hasToString("SERVER_SETUP without version 0xff00000e from the server on stream 0, packet 2");
    }

    @Test
    void streamHeadersContradictRawQuic() {
        var script = new SessionScript().client(2, "4054 00 " + SETUP_18).client(0, "4041 00 06 0000");

        assertThat(script.read(MoqtDraft.DRAFT_18, Transport.QUIC).contradictions())
                .hasSize(2);
        assertThat(script.read(MoqtDraft.DRAFT_18, Transport.WEBTRANSPORT).contradictions())
                .isEmpty();
    }

    @Test
    void aSessionWithoutStreamHeadersContradictsWebTransport() {
        assertThat(new SessionScript()
                        .client(2, SETUP_18)
                        .read(MoqtDraft.DRAFT_18, Transport.WEBTRANSPORT)
                        .contradictions())
                .hasSize(1);
        assertThat(new SessionScript()
                        .client(0, CLIENT_SETUP_16)
                        .read(MoqtDraft.DRAFT_16, Transport.WEBTRANSPORT)
                        .contradictions())
                .hasSize(1);
    }
}
