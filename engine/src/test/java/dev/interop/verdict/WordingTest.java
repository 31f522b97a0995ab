package dev.interop.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {
    private final Finding finding = new Finding(
            "The server sends no Retry packet",
            "RFC 9000 §8.1.2",
            "no Retry packet",
            "the server sent a Retry",
            Location.ofPacket("sim/trace_node_right.pcap", 3, 0.0123));

    @Test
    void aFindingIsOneLine() {
        assertThat(Wording.of(finding))
                .isEqualTo("the server sent a Retry; expected no Retry packet"
                        + " (packet 3, 0.012 s, sim/trace_node_right.pcap) · RFC 9000 §8.1.2");
    }

    @Test
    void severalFindingsAreTheFirstOneAndACount() {
        assertThat(Wording.of(List.of(finding, finding, finding))).endsWith("RFC 9000 §8.1.2 · and 2 more");
    }

    @Test
    void aLocationIsALineAPacketAFileOrNowhere() {
        assertThat(Wording.of(Location.ofLine("client/stderr.log", 7))).isEqualTo("client/stderr.log:7");
        assertThat(Wording.of(Location.ofFile("recording.json"))).isEqualTo("recording.json");
        assertThat(Wording.of(Location.none())).isEmpty();
    }
}
