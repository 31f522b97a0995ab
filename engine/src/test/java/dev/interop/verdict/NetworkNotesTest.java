package dev.interop.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.NetworkDecisions;
import dev.interop.recording.Recording;
import dev.interop.testing.RecordingBuilder;
import dev.interop.trace.PacketsAround.NearbyDatagram;
import dev.interop.trace.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkNotesTest {
    @TempDir
    Path folder;

    private Recording recording;

    @BeforeEach
    void record() throws IOException {
        recording = RecordingBuilder.recording(folder).build();
        decided("""
                {"format":1,"seed":"0x0000000000000007"}
                {"direction":"to_server","packet":3,"frame":9,"decision":"dropped"}
                {"direction":"to_client","packet":1,"frame":5,"decision":"dropped"}
                """);
    }

    private void decided(String lines) throws IOException {
        var file = recording.folder().resolve("sim").resolve(NetworkDecisions.FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, lines);
    }

    private List<List<String>> noted(Path capture) {
        var around = List.of(
                new NearbyDatagram(5, 0.1, Side.CLIENT, 1200, List.of("Initial")),
                new NearbyDatagram(9, 0.2, Side.CLIENT, 90, List.of("Handshake", "1-RTT")));
        return NetworkNotes.addTo(around, capture, recording).stream()
                .map(NearbyDatagram::packets)
                .toList();
    }

    @Test
    void aDroppedPacketSaysSoInTheCaptureOfItsSender() {
        assertThat(noted(recording.clientTrace()))
                .containsExactly(
                        List.of("Initial"),
                        List.of("Handshake", "1-RTT", "simulator: packet 3 to the server was dropped"));
    }

    @Test
    void theOtherSidesCaptureHasItsOwnFrames() {
        assertThat(noted(recording.serverTrace()))
                .containsExactly(
                        List.of("Initial", "simulator: packet 1 to the client was dropped"),
                        List.of("Handshake", "1-RTT"));
    }

    @Test
    void anotherFileHasNoNotes() {
        assertThat(noted(recording.folder().resolve("other.pcap")))
                .containsExactly(List.of("Initial"), List.of("Handshake", "1-RTT"));
    }

    @Test
    void unreadableDecisionsLeaveThePacketsAsTheyAre() throws IOException {
        decided("{\"format\":2}\n");

        assertThat(noted(recording.clientTrace())).containsExactly(List.of("Initial"), List.of("Handshake", "1-RTT"));
    }
}
