package dev.interop.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingStoreTest {
    private static final Path EARLIER = Path.of("src", "test", "resources", "recordings", "retry", Recording.FILE);
    private static final String SIGNED = "\"seed\" : -1";

    @TempDir
    Path folder;

    private final RecordingStore store = new RecordingStore();

    @BeforeEach
    void earlierRecording() throws IOException {
        var text = Files.readString(EARLIER);
        assertThat(text).containsPattern("\"seed\"\\s*:\\s*-?\\d+");
        Files.writeString(folder.resolve(Recording.FILE), text.replaceFirst("\"seed\"\\s*:\\s*-?\\d+", SIGNED));
    }

    @Test
    void aSeedIsWrittenAsItIsPrinted() throws IOException {
        var recording = store.read(folder);

        store.write(recording);

        assertThat(folder.resolve(Recording.FILE)).content().contains("\"seed\" : \"0xffffffffffffffff\"");
        assertThat(store.read(folder)).isEqualTo(recording);
    }

    @Test
    void theSignedNumbersOfEarlierVersionsAreRead() {
        assertThat(store.read(folder).seed()).isEqualTo(-1);
    }
}
