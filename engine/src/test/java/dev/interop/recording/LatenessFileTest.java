package dev.interop.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatenessFileTest {
    @TempDir
    Path folder;

    @BeforeEach
    void simulator() throws IOException {
        Files.createDirectories(folder.resolve("sim"));
    }

    @Test
    void theSimulatorsFileIsRead() throws IOException {
        write("{\"format\":1,\"packets\":120,\"max_ms\":4.125,\"p99_ms\":0.300}\n");

        assertThat(LatenessFile.in(folder)).contains(new Lateness(4.125, 0.3, 120));
    }

    @Test
    void aSimulatorThatLeavesNoneIsNotMeasured() {
        assertThat(LatenessFile.in(folder)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"max_ms\":\"4\",\"p99_ms\":1}", "{\"max_ms\":4", "null"})
    void aFileThatIsNotUnderstoodIsPassedOver(String text) throws IOException {
        write(text);

        assertThat(LatenessFile.in(folder)).isEmpty();
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("sim/lateness.json"), text);
    }
}
