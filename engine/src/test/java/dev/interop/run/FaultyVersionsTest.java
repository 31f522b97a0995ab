package dev.interop.run;

import static dev.interop.testing.VerdictAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.testing.VerdictAssert;
import dev.interop.verdict.Finding;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Endpoints that speak another version of QUIC or another application protocol, in complete runs. */
@Tag("container")
class FaultyVersionsTest {
    private static final String LEFT = "sim/trace_node_left.pcap";
    private static final String RIGHT = "sim/trace_node_right.pcap";

    private static RealMatrix matrix;

    @BeforeAll
    @Timeout(300)
    static void run(@TempDir Path folder) {
        matrix = new RealMatrix(folder)
                .with("aioquic", "localhost/interop/aioquic:local")
                .withFaults("other-protocol", "http3-unasked", "wrong-version", "version-1-only", "version-2-at-once")
                .withFaults("vn-wrong-scid", "known-version")
                .cells("other-protocol_other-protocol/http3", "http3-unasked_http3-unasked/handshake")
                .cells("wrong-version_wrong-version/handshake", "aioquic_aioquic/v2", "aioquic_version-1-only/v2")
                .cells("version-1-only_aioquic/v2", "aioquic_version-2-at-once/v2")
                .cells("vn-wrong-scid_aioquic/versionnegotiation", "aioquic_aioquic/versionnegotiation")
                .cells("aioquic_known-version/versionnegotiation")
                .run(false);
    }

    @Test
    void anApplicationProtocolThatWasNotAskedForFails() {
        cell("other-protocol_other-protocol/http3")
                .failed()
                .against("The server selects the application protocol h3")
                .because("the server selected hq-interop")
                .atSomePacket(RIGHT);
    }

    @Test
    void http3WhereItIsNotAskedForFails() {
        cell("http3-unasked_http3-unasked/handshake")
                .failed()
                .against("The server selects the application protocol hq-interop")
                .because("the server selected h3");
    }

    @Test
    void anotherQuicVersionFails() {
        cell("wrong-version_wrong-version/handshake")
                .failed()
                .against("The server's Initial packets carry version 0x1 only")
                .because("the server sent version 0x6b3343cf")
                .atSomePacket(RIGHT);
    }

    @Test
    void endpointsThatDoNotChangeToVersion2Fail() {
        cell("aioquic_aioquic/v2").succeeded();
        cell("version-1-only_aioquic/v2")
                .failed()
                .against("The server sends an Initial packet of version 0x6b3343cf")
                .because("the server sent version 0x1 only")
                .atSomePacket(RIGHT);
        cell("aioquic_version-1-only/v2").failed().because("the server sent version 0x1");
        assertThat(matrix.verdict("aioquic_version-1-only/v2").findings())
                .extracting(Finding::rule)
                .contains("The Handshake packets of both sides carry version 0x6b3343cf only");
        cell("aioquic_version-2-at-once/v2")
                .failed()
                .against("The client sends an Initial packet of version 0x1")
                .because("the client sent version 0x6b3343cf only")
                .atSomePacket(LEFT);
    }

    @Test
    void aVersionNegotiationPacketThatIsWrongOrMissingFails() {
        cell("aioquic_aioquic/versionnegotiation").succeeded();
        cell("vn-wrong-scid_aioquic/versionnegotiation")
                .failed()
                .against("The server answers the client's first packet with Version Negotiation from its destination "
                        + "connection ID")
                .because("the server sent one with")
                .atSomePacket(LEFT);
        cell("aioquic_known-version/versionnegotiation")
                .failed()
                .because("the server sent no Version Negotiation packet");
    }

    private static VerdictAssert cell(String name) {
        return assertThat(matrix.verdict(name));
    }
}
