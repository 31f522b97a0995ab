package dev.interop.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.moqt.MoqtProtocol;
import dev.interop.protocol.Protocol;
import dev.interop.recording.CellEnd;
import dev.interop.recording.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells of aiomoqt with itself. */
@Tag("container")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class MoqtCellTest {
    private final Protocol moqt = new MoqtProtocol();
    private MoqtBed bed;

    @BeforeAll
    void open(@TempDir Path folder) {
        bed = new MoqtBed(folder, 1);
    }

    @AfterAll
    void close() {
        bed.close();
    }

    @ParameterizedTest
    @CsvSource({"quic,draft-18", "webtransport,draft-18", "quic,draft-16", "webtransport,draft-14"})
    void aCellLeavesWhatItSaidAndWhatWasOnTheWire(String transport, String draft) throws IOException {
        var heard = new ByteArrayOutputStream();

        var cell = bed.run(MoqtBed.route(transport, draft), "setup-only", heard::writeBytes);

        assertThat(cell.fault()).isEmpty();
        assertThat(cell.end()).isEqualTo(CellEnd.CLIENT);
        assertThat(cell.ending(Part.CLIENT).orElseThrow().exitedWith(0)).isTrue();
        assertThat(cell.transport()).contains(transport);
        assertThat(cell.version()).contains(draft);
        var scheme = transport.equals("quic") ? "moqt" : "https";
        assertThat(cell.requests()).containsExactly(scheme + "://relay:4443");
        var said = Files.readString(cell.stdout(Part.CLIENT));
        assertThat(said).contains("ok 1 - setup-only");
        assertThat(heard.toString(StandardCharsets.UTF_8)).isEqualTo(said);
        assertThat(cell.keylog(Part.SERVER)).content().contains("CLIENT_TRAFFIC_SECRET_0");
        assertThat(cell.scenario()).isEmpty();
        assertThat(cell.clientTrace()).isEqualTo(cell.serverTrace()).exists();
        assertThat(Files.readString(cell.stdout(Part.SIM)))
                .contains("relay:4443 answered")
                .contains(" 0 missed");
    }
}
