package dev.interop.verdict;

import static dev.interop.testing.TraceBuilder.trace;
import static dev.interop.trace.PacketType.HANDSHAKE;
import static dev.interop.trace.PacketType.INITIAL;
import static dev.interop.trace.Side.CLIENT;
import static dev.interop.trace.Side.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.NetworkDecisions;
import dev.interop.recording.Recording;
import dev.interop.testing.RecordingBuilder;
import dev.interop.trace.PacketsAround;
import dev.interop.trace.PacketsAround.NearbyDatagram;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
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
        return NetworkNotes.addTo(around, trace().build(), capture, recording).stream()
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

    /** In the server's capture: packets 1 and 4 of the client, then 6, after its 2, 3 and 5 were dropped. */
    @Test
    void whatArrivedSaysWhatWasDoneToItAndWhichWereDroppedBefore() throws IOException {
        decided("""
                {"format":1,"seed":"0x0000000000000007"}
                {"direction":"to_server","packet":2,"frame":7,"decision":"dropped"}
                {"direction":"to_server","packet":3,"frame":8,"decision":"dropped"}
                {"direction":"to_server","packet":4,"frame":9,"decision":"altered","byte":5,"before":"0x00","after":"0x01"}
                {"direction":"to_server","packet":5,"frame":10,"decision":"dropped"}
                """);
        var arrived = trace().sealed(CLIENT, INITIAL)
                .sealed(SERVER, INITIAL)
                .sealed(CLIENT, INITIAL)
                .sealed(CLIENT, HANDSHAKE);

        assertThat(arrivals(arrived.build()))
                .containsExactly(
                        List.of("Initial"),
                        List.of("Initial"),
                        List.of(
                                "Initial",
                                "simulator: before it, packet 2 to the server was dropped, and 1 more up to packet 3",
                                "simulator: packet 4 to the server was altered at byte 5 (0x00 → 0x01)"),
                        List.of("Handshake", "simulator: before it, packet 5 to the server was dropped"));
        assertThat(arrivals(arrived.unread(CLIENT, "it is an IP fragment").build()))
                .last()
                .isEqualTo(List.of("Handshake"));
    }

    private List<List<String>> arrivals(Trace trace) {
        return NetworkNotes.addTo(PacketsAround.of(trace, 1, 9), trace, recording.serverTrace(), recording).stream()
                .map(NearbyDatagram::packets)
                .toList();
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
