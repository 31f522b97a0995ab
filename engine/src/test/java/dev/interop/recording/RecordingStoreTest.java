package dev.interop.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import dev.interop.testing.RecordingBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingStoreTest {
    private static final Path STORED = Path.of("src", "test", "resources", "recordings", "transfer");

    @TempDir
    Path folder;

    private final RecordingStore store = new RecordingStore();

    private void recorded(UnaryOperator<String> change) throws IOException {
        var file = folder.resolve(Recording.FILE);
        Files.writeString(file, change.apply(Files.readString(STORED.resolve(Recording.FILE))));
    }

    @Test
    void aRecordingIsReadBackAsItWasWritten() {
        var recording = RecordingBuilder.recording(folder)
                .moqt("setup-only", "draft-18", "quic")
                .variable(ContainerRole.CLIENT, "ROLE", "client")
                .calls("setup-only", "setup")
                .leftOut(ContainerRole.CLIENT, 7)
                .remoteServer(new RemoteServer("relay.example", 443, List.of("192.0.2.1")))
                .ended(ContainerRole.SERVER, ContainerEnd.How.OUT_OF_MEMORY)
                .fault(new Fault(Fault.Code.IMAGE_MISSING, "it is not there", Optional.of("example/a:1")))
                .refused(ContainerRole.SERVER, "/logs", "'s': a symbolic link")
                .served("a/b", 3, "abc")
                .downloaded("a/b", 3, "abc")
                .build();

        assertThatCode(() -> store.write(recording)).doesNotThrowAnyException();

        assertThat(store.read(folder)).isEqualTo(recording);
    }

    @Test
    void aSeedIsWrittenInHexadecimalAsItIsPrinted() throws IOException {
        recorded(it -> it.replaceFirst("\"seed\" : \"[0-9a-fx]+\"", "\"seed\" : \"0xffffffffffffffff\""));

        var recording = store.read(folder);
        store.write(recording);

        assertThat(recording.setup().seed()).isEqualTo(-1);
        assertThat(folder.resolve(Recording.FILE)).content().contains("\"seed\" : \"0xffffffffffffffff\"");
        assertThat(store.read(folder)).isEqualTo(recording);
    }

    @Test
    void aRecordingOfAnotherFormatIsRefusedWithBothNumbers() throws IOException {
        recorded(it -> it.replace("  \"format\" : 2,", ""));

        assertThatThrownBy(() -> store.read(folder))
                .isInstanceOf(UserError.class)
                .hasMessageEndingWith(
                        "recording.json: is in format 1, and this version of Interop Engine reads format 2;"
                                + " run the cell again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "", "[]", "{\"cut\": "})
    void aFileThatIsNoRecordingIsRefusedInOneLine(String text) throws IOException {
        Files.writeString(folder.resolve(Recording.FILE), text);

        assertThatThrownBy(() -> store.read(folder))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("recording")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aRecordingWithAMissingPropertyIsRefused() throws IOException {
        recorded(it -> it.replace("\"execution\"", "\"other\""));

        assertThatThrownBy(() -> store.read(folder))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll("cannot be read as a recording", "execution");
    }
}
