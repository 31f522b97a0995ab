package dev.interop.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenReleaseTest {
    @TempDir
    Path logs;

    @Test
    void theFirstLineIsTheRelease() throws IOException {
        assertThat(written("\n Chromium 156.0.8078.114 \nbuilt on Debian\n")).hasValue("Chromium 156.0.8078.114");
    }

    @Test
    void anEndpointThatWritesNoneHasNone() throws IOException {
        assertThat(WrittenRelease.in(logs)).isEmpty();
        assertThat(written(" \n\n")).isEmpty();
    }

    @Test
    void whatATerminalWouldInterpretIsEscaped() throws IOException {
        assertThat(written("\u001b[2JChromium")).hasValue("\\u001b[2JChromium");
    }

    @Test
    void aLongTextIsCut() throws IOException {
        assertThat(written("x".repeat(1_000_000)).orElseThrow()).hasSize(101).endsWith("…");
    }

    @Test
    void aFolderOrALinkIsNoRelease() throws IOException {
        Files.createSymbolicLink(logs.resolve(WrittenRelease.FILE), Path.of("elsewhere"));
        Files.writeString(logs.resolve("elsewhere"), "a secret");
        assertThat(WrittenRelease.in(logs)).isEmpty();

        Files.delete(logs.resolve(WrittenRelease.FILE));
        Files.createDirectory(logs.resolve(WrittenRelease.FILE));
        assertThat(WrittenRelease.in(logs)).isEmpty();
    }

    private Optional<String> written(String text) throws IOException {
        Files.writeString(logs.resolve(WrittenRelease.FILE), text);
        return WrittenRelease.in(logs);
    }
}
