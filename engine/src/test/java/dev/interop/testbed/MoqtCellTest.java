package dev.interop.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.NoteListener;
import dev.interop.ProtocolVersion;
import dev.interop.moqt.MoqtProtocol;
import dev.interop.protocol.RunMode;
import dev.interop.protocol.TestCase;
import dev.interop.recording.CellEnd;
import dev.interop.recording.ContainerRole;
import dev.interop.testbed.docker.PullPolicy;
import dev.interop.testbed.tool.DockerToolContainer;
import dev.interop.trace.Depth;
import dev.interop.trace.DissectionTool;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.trace.TraceReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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
    void aRecordingHoldsTheOutputAndThePacketsOfACell(String transport, String draft) throws IOException {
        var heard = new ByteArrayOutputStream();

        var cell = bed.run(MoqtBed.route(transport, draft), "setup-only", heard::writeBytes);

        assertThat(cell.fault()).isEmpty();
        assertThat(cell.end()).isEqualTo(CellEnd.CLIENT);
        assertThat(cell.ending(ContainerRole.CLIENT).orElseThrow().exitedWith(0))
                .isTrue();
        assertThat(cell.route().transport()).contains(transport);
        assertThat(cell.route().version()).contains(ProtocolVersion.of(draft));
        var scheme = transport.equals("quic") ? "moqt" : "https";
        assertThat(cell.requests()).containsExactly(scheme + "://relay:4443");
        var said = Files.readString(cell.stdout(ContainerRole.CLIENT));
        assertThat(said).contains("ok 1 - setup-only");
        assertThat(heard.toString(StandardCharsets.UTF_8)).isEqualTo(said);
        assertThat(cell.keylog(ContainerRole.SERVER)).content().contains("CLIENT_TRAFFIC_SECRET_0");
        assertThat(cell.scenario()).isEmpty();
        assertThat(cell.clientTrace()).isEqualTo(cell.serverTrace()).exists();
        assertThat(Files.readString(cell.stdout(ContainerRole.SIM)))
                .contains("relay:4443 answered")
                .contains(" 0 missed");
    }

    @Test
    void theRelaysKeylogDecryptsTheCapture() throws IOException {
        var cell = bed.run(MoqtBed.route("webtransport", "draft-18"), "setup-only", bytes -> {});

        try (var tools = DockerToolContainer.open(
                "localhost/interop/tshark:local", OpenTestbed.newSession(), PullPolicy.NEVER, NoteListener.SILENT)) {
            var reader = new TraceReader((files, command, stdout) -> {
                var exit = tools.run(files, command, stdout::read);
                return new DissectionTool.Exit(exit.code(), exit.stderr());
            });
            var trace = reader.read(cell, Side.CLIENT, Depth.STREAMS);

            assertThat(cell.keylog(ContainerRole.CLIENT)).doesNotExist();
            assertThat(trace.sent(Side.CLIENT, PacketType.INITIAL)).isNotEmpty();
            assertThat(trace.sent(Side.SERVER, PacketType.INITIAL)).isNotEmpty();
            assertThat(trace.decrypted()).isTrue();
            assertThat(trace.sent(Side.SERVER, PacketType.ONE_RTT))
                    .anyMatch(it -> it.contents()
                            .filter(inside -> !inside.streams().data().isEmpty())
                            .isPresent());
        }
    }

    @Test
    void withAScenarioTheSimulatorForwardsAllPackets() throws IOException {
        var lossy = new MoqtProtocol()
                .as(new RunMode(
                        Optional.of("drop-rate --delay=15ms --bandwidth=10Mbps --queue=25"
                                + " --rate_to_client=5 --rate_to_server=5"),
                        Map.of()));
        var route = MoqtBed.route("quic", "draft-18");

        var cell = bed.testbed()
                .run(
                        bed.lane(),
                        bed.job(lossy, MoqtBed.aiomoqt(), MoqtBed.aiomoqt(), route, "announce-only", bytes -> {}));

        assertThat(cell.fault()).isEmpty();
        assertThat(cell.end()).isEqualTo(CellEnd.CLIENT);
        assertThat(cell.ending(ContainerRole.CLIENT).orElseThrow().exitedWith(0))
                .isTrue();
        assertThat(cell.setup().seed()).isEqualTo(7);
        assertThat(cell.clientTrace()).isNotEqualTo(cell.serverTrace()).exists();
        assertThat(cell.serverTrace()).exists();
        assertThat(Files.readString(cell.stdout(ContainerRole.SIM)))
                .containsPattern("to_client: [1-9][0-9]* packets forwarded")
                .containsPattern("to_server: [1-9][0-9]* packets forwarded");
        assertThat(Files.readString(cell.stderr(ContainerRole.SIM))).doesNotContain("without checksum");
    }

    @Test
    void allTestCasesRunInOneCellAgainstOneRelay() throws IOException {
        var all = new MoqtProtocol().as(new RunMode(Optional.empty(), Map.of("interop.moqt.cases", "all")));
        var route = MoqtBed.route("quic", "draft-18");

        var cell = bed.testbed()
                .run(bed.lane(), bed.job(all, MoqtBed.aiomoqt(), MoqtBed.aiomoqt(), route, "all", bytes -> {}));

        assertThat(all.testCases()).extracting(TestCase::name).containsExactly("all");
        assertThat(cell.fault()).isEmpty();
        assertThat(cell.end()).isEqualTo(CellEnd.CLIENT);
        assertThat(Files.readString(cell.stdout(ContainerRole.CLIENT)))
                .contains("1..12", " - setup-only", " - announce-subscribe", " - publish-track-subscribe");
    }
}
