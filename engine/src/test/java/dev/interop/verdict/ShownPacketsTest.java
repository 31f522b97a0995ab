package dev.interop.verdict;

import static dev.interop.testing.RecordingBuilder.recording;
import static dev.interop.testing.TraceBuilder.trace;
import static dev.interop.trace.PacketType.HANDSHAKE;
import static dev.interop.trace.PacketType.INITIAL;
import static dev.interop.trace.Side.CLIENT;
import static dev.interop.trace.Side.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.ContainerRole;
import dev.interop.recording.NetworkDecisions;
import dev.interop.testing.RecordingBuilder;
import dev.interop.trace.PacketsAround.NearbyDatagram;
import dev.interop.trace.Trace;
import dev.interop.verdict.KnownChecks.CheckWithFinding;
import dev.interop.verdict.KnownChecks.PassingCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShownPacketsTest {
    private static final Trace TRACE = trace().sealed(CLIENT, INITIAL)
            .sealed(SERVER, INITIAL)
            .sealed(SERVER, HANDSHAKE)
            .sealed(CLIENT, HANDSHAKE)
            .sealed(CLIENT, HANDSHAKE)
            .sealed(CLIENT, HANDSHAKE)
            .build();

    @TempDir
    Path folder;

    @Test
    void aClientThatGivesUpShowsTheLastPacketsOfItsSideAndWhichTheSimulatorDropped() throws IOException {
        decided("{\"direction\":\"to_server\",\"packet\":4,\"frame\":6,\"decision\":\"dropped\"}");

        var shown = shown(cell().exited(ContainerRole.CLIENT, 1), new PassingCheck());

        assertThat(shown).extracting(NearbyDatagram::number).containsExactly(2L, 3L, 4L, 5L, 6L);
        assertThat(shown.get(4).packets())
                .containsExactly("Handshake", "simulator: packet 4 to the server was dropped");
    }

    @Test
    void aFindingWithAPacketHasItsOwnPackets() {
        var found = new CheckWithFinding("wrong", Location.ofPacket(TRACE.file(), 1, 0));

        assertThat(shown(cell().exited(ContainerRole.CLIENT, 1), found))
                .extracting(NearbyDatagram::number)
                .containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void whatFilesShowNeedsNoPackets() {
        var found = new CheckWithFinding("wrong", Location.ofFile("client/downloads/a"));

        assertThat(shown(cell().exited(ContainerRole.CLIENT, 0), found)).isEmpty();
    }

    @Test
    void aPassShowsNoPackets() {
        assertThat(shown(cell().exited(ContainerRole.CLIENT, 0), new PassingCheck()))
                .isEmpty();
    }

    private RecordingBuilder cell() {
        return recording(folder);
    }

    private static List<NearbyDatagram> shown(RecordingBuilder cell, Check check) {
        return Judge.ofTrace(TRACE).judge(cell.build(), List.of(check)).around();
    }

    private void decided(String line) throws IOException {
        var file = cell().build().folder().resolve("sim").resolve(NetworkDecisions.FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"format\":1,\"seed\":\"0x0000000000000007\"}\n" + line + "\n");
    }
}
