package dev.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.cli.archive.UnpackedArchive;
import dev.interop.history.CellEntry;
import dev.interop.history.CellKey;
import dev.interop.history.HistoryStore;
import dev.interop.history.RunEntry;
import dev.interop.recording.CellEnd;
import dev.interop.recording.CellExecution;
import dev.interop.recording.CellFiles;
import dev.interop.recording.CellSetup;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Recording;
import dev.interop.recording.RecordingStore;
import dev.interop.recording.Times;
import dev.interop.report.CellsJsonl;
import dev.interop.testing.CellBuilder;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cell as a file and as a card, from an earlier run. */
class ArchiveCommandTest {
    private static final String CELL = "quic/nginx_quic-go/handshake";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path run;

    @BeforeEach
    void earlierRun() throws IOException {
        run = Files.createDirectories(folder.resolve("run"));
        Files.writeString(run.resolve("run.json"), "{\"seed\": \"0x5\", \"registries\": []}");
        var cell = CellBuilder.cell("quic-go", "nginx", "handshake")
                .failed()
                .mounted(ContainerRole.CLIENT, "/usr/bin/client", "ab".repeat(32))
                .build();
        try (var cells = CellsJsonl.open(run.resolve("cells.jsonl"))) {
            cells.append(cell);
            cells.append(CellBuilder.cell("quic-go", "nginx", "retry")
                    .cameOut(Outcome.SKIPPED, ReasonCode.CANCELLED, "cancelled")
                    .build());
        }
        new RecordingStore()
                .write(new Recording(
                        run.resolve(cell.logs()),
                        cell.cell(),
                        new CellSetup(
                                5,
                                "",
                                List.of(),
                                Map.of(
                                        ContainerRole.CLIENT,
                                        Map.of("API_TOKEN", "x", "SSLKEYLOGFILE", "/logs/keys.log")),
                                Map.of(),
                                Optional.empty()),
                        cell.containers(),
                        CellFiles.NONE,
                        new CellExecution(0, new Times(0, 0, 0, 0), CellEnd.CLIENT, Optional.empty())));
    }

    private int call(String... arguments) {
        var all = Stream.concat(Stream.of(arguments), Stream.of("--in", run.toString()))
                .toArray(String[]::new);
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }

    @Test
    void aCellIsPackedWithItsCardAndWhatCouldBeSecretIsNamed() throws IOException {
        var file = folder.resolve("cell.tar.gz");

        assertThat(call("archive", CELL, "--file", file.toString())).isZero();

        assertThat(out.toString())
                .contains("recording.json: the value of the client's variable API_TOKEN\n")
                .doesNotContain("SSLKEYLOGFILE")
                .contains("./interop judge " + file);
        try (var unpacked = UnpackedArchive.of(file)) {
            assertThat(CellsJsonl.read(unpacked.folder().resolve("cells.jsonl")))
                    .extracting(it -> it.id())
                    .containsExactly(CELL);
            var recording = unpacked.folder().resolve("quic/logs/nginx_quic-go/handshake");
            assertThat(new RecordingStore().read(recording).cell().id()).isEqualTo(CELL);
            assertThat(unpacked.folder().resolve("README.md"))
                    .content()
                    .startsWith("### quic-go → nginx  handshake\n\n**failed** (check-failed): ")
                    .contains("- recording.json: the value of the client's variable API\\_TOKEN\n");
        }
    }

    @Test
    void theCommandThatJudgesAnArchiveCanBeCopiedIfItsNameHasBlanks() {
        var file = folder.resolve("a cell.tar.gz");

        assertThat(call("archive", CELL, "--file", file.toString())).isZero();

        assertThat(out.toString()).contains("./interop judge '" + file + "'\n");
    }

    @Test
    void aCardIsReadableWithoutTheRunsFolder() {
        assertThat(call("card", CELL)).isZero();

        assertThat(out.toString())
                .contains("- rule: the rule · RFC 9000 §1\n")
                .contains("- mounted: client: /usr/bin/client (sha256 abababababab)\n")
                .contains("- client image: `sha256:c1`\n")
                .contains("- run again: `./interop run --protocol quic --clients quic-go --servers nginx"
                        + " --tests handshake --seed 0x5 --mount quic-go=FILE:/usr/bin/client")
                .doesNotContain(run.toString(), "- logs: ");
    }

    @Test
    void aCardSaysHowOftenItsCellFailedInTheRunsBefore() throws IOException {
        var history = folder.resolve("history");
        for (var day = 1; day <= 4; day++) {
            var entry = new RunEntry(Instant.parse("2026-11-0" + day + "T02:00:00Z"), "", "", "");
            var cell = CellBuilder.cell("quic-go", "nginx", "handshake");
            try (var writer = HistoryStore.in(history).write(entry)) {
                var result = day == 2 ? cell.failed().build() : cell.build();
                writer.append(CellEntry.of(entry, CellKey.of(result), result));
                writer.end();
            }
        }
        Files.writeString(run.resolve("run.json"), """
                {"seed": "0x5", "registries": [], "begun": "2026-11-04T02:00:00Z"}""");

        assertThat(call("card", CELL, "--history", history.toString())).isZero();

        assertThat(out.toString()).contains("- before: failed in 1 of 3 runs before (95 % interval: 6 % to 79 %)\n");
    }

    @Test
    void aCellThatWasNotRunHasNothingToPack() {
        assertThat(call("archive", "quic/nginx_quic-go/retry")).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString()).contains("the cell was not run, so that it has no recording");
    }

    @Test
    void anUnknownCellIsRefused() {
        assertThat(call("card", "quic/x_y/z")).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString()).contains("no cell 'quic/x_y/z' in this run");
    }
}
