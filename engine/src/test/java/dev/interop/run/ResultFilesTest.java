package dev.interop.run;

import static dev.interop.testing.CellBuilder.cell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.config.OutputParameters;
import dev.interop.config.Settings;
import dev.interop.report.CellsJsonl;
import dev.interop.report.Repetition;
import dev.interop.storage.RunFolder;
import dev.interop.storage.RunInputs;
import dev.interop.testing.RunBuilder;
import dev.interop.testing.SimpleTestCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFilesTest {
    @TempDir
    Path temp;

    @Test
    void atTheEndOfARunItsLinesAreMarkedWhereATestCaseFailsAgainstAllPeers() throws IOException {
        var run = RunBuilder.run("a b", "x", new SimpleTestCase("E", "ecn"), new SimpleTestCase("H", "handshake"))
                .with(cell("a", "x", "ecn").failed())
                .with(cell("b", "x", "ecn").failed())
                .build();
        var folder = folder();
        var files = new ResultFiles(folder, Repetition.byCommand("./interop"));
        try (var cells = CellsJsonl.open(folder.cells())) {
            for (var it : run.cells()) {
                cells.append(it);
            }
        }

        files.runEnded(run);

        assertThat(Files.readAllLines(folder.cells()))
                .hasSize(4)
                .filteredOn(it -> it.contains("\"peerMarks\":[{\"test\":\"ecn\""))
                .hasSize(2)
                .allMatch(it -> it.contains("\"test\":\"ecn\",\"route\""));
    }

    private RunFolder folder() {
        var out = temp.resolve("out").toString();
        return RunFolder.create(
                Settings.read(parameter -> Optional.of(out).filter(it -> parameter == OutputParameters.OUT)),
                Clock.systemUTC(),
                new RunInputs("", 42, List.of(), Map.of()));
    }
}
