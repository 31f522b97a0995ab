package dev.interop.testbed.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.NoteListener;
import dev.interop.UserError;
import dev.interop.testbed.OpenTestbed;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.PullPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("container")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class DockerToolContainerTest {
    private Path folder;
    private ToolContainer tools;

    @BeforeAll
    void open(@TempDir Path folder) {
        this.folder = folder;
        tools = DockerToolContainer.open(
                "localhost/interop/debian:trixie", OpenTestbed.newSession(), PullPolicy.NEVER, NoteListener.SILENT);
    }

    @AfterAll
    void close() {
        tools.close();
    }

    @Test
    void aCommandSeesItsFilesAndItsOutputIsStreamed() throws IOException {
        var bytes = new byte[5_000_000];
        new Random(1).nextBytes(bytes);
        var file = Files.write(folder.resolve("file"), bytes);
        var read = new byte[1][];

        var exit = tools.run(Map.of("input", file), List.of("cat", "input"), in -> read[0] = in.readAllBytes());

        assertThat(exit).isEqualTo(new ToolContainer.ToolExit(0, ""));
        assertThat(read[0]).isEqualTo(bytes);
    }

    @Test
    void theExitCodeAndTheErrorsAreKept() throws IOException {
        var exit = tools.run(Map.of(), List.of("sh", "-c", "echo why >&2; exit 9"), in -> {});

        assertThat(exit).isEqualTo(new ToolContainer.ToolExit(9, "why\n"));
    }

    @Test
    void aFloodOfErrorsIsCut() throws IOException {
        var exit = tools.run(Map.of(), List.of("sh", "-c", "yes | head -c 1000000 >&2"), in -> {});

        assertThat(exit.stderr()).hasSize(64 << 10);
    }

    @Test
    void aReaderMayStopEarly() throws IOException {
        var exit = tools.run(Map.of(), List.of("sh", "-c", "yes | head -c 50000000"), in -> in.readNBytes(10));

        assertThat(exit.code()).isZero();
    }

    @Test
    void aToolContainerHasNeitherPrivilegesNorANetwork() throws IOException {
        assertThat(output(List.of("sh", "-c", "id -u; ls /sys/class/net; grep CapEff /proc/self/status")))
                .isEqualTo("65534\nlo\nCapEff:\t0000000000000000\n");
    }

    @Test
    void aCommandLeavesNoFilesInTheToolContainer() throws IOException {
        var file = Files.writeString(folder.resolve("left"), "x");
        tools.run(Map.of("left", file), List.of("touch", "more"), in -> {});

        assertThat(output(List.of("find", "/tmp", "-name", "left"))).isEmpty();
    }

    @Test
    void twoThreadsDoNotDisturbEachOther() {
        var runs = IntStream.range(0, 6)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> {
                    try {
                        var file = Files.writeString(folder.resolve("n" + number), "number " + number);
                        var text = new String[1];
                        tools.run(
                                Map.of("n", file),
                                List.of("cat", "n"),
                                in -> text[0] = new String(in.readAllBytes(), StandardCharsets.UTF_8));
                        return text[0];
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                }))
                .toList();

        assertThat(runs.stream().map(CompletableFuture::join))
                .containsExactly("number 0", "number 1", "number 2", "number 3", "number 4", "number 5");
    }

    @Test
    void aCommandWhoseContainerIsKilledIsLostAndTheNextGetsANewContainer() throws IOException {
        assertThatThrownBy(() -> tools.run(
                        Map.of(),
                        // Ends the container's first process, which is a child of its init.
                        List.of("sh", "-c", "echo begun; kill -9 $(cat /proc/1/task/1/children); sleep 20"),
                        InputStream::readAllBytes))
                .isInstanceOfSatisfying(
                        EngineFailure.class, it -> assertThat(it.kind()).isEqualTo(EngineFailure.Kind.LOST));

        assertThat(output(List.of("echo", "again"))).isEqualTo("again\n");
    }

    @Test
    void anExceptionOfTheReaderCausedByAKilledContainerIsALostTool() throws IOException {
        assertThatThrownBy(() -> tools.run(
                        Map.of(),
                        List.of("sh", "-c", "printf cut; kill -9 $(cat /proc/1/task/1/children); sleep 20"),
                        in -> {
                            in.readNBytes(4);
                            throw new IllegalStateException("a line is cut off");
                        }))
                .isInstanceOfSatisfying(
                        EngineFailure.class, it -> assertThat(it.kind()).isEqualTo(EngineFailure.Kind.LOST));

        assertThat(output(List.of("echo", "again"))).isEqualTo("again\n");
    }

    @Test
    void anExceptionOfTheReaderIsNoFailureOfTheTool() {
        assertThatThrownBy(() -> tools.run(Map.of(), List.of("echo", "odd"), in -> {
                    throw new IllegalStateException("odd");
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aCommandOfToolsThatAreClosedMeanwhileIsCancelled() {
        var closing = DockerToolContainer.open(
                "localhost/interop/debian:trixie", OpenTestbed.newSession(), PullPolicy.NEVER, NoteListener.SILENT);

        assertThatThrownBy(() -> closing.run(Map.of(), List.of("sh", "-c", "echo begun; sleep 30"), in -> {
                    in.read();
                    closing.close();
                    in.readAllBytes();
                }))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> closing.run(Map.of(), List.of("true"), InputStream::readAllBytes))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void aMissingToolImageIsReported() {
        assertThatThrownBy(() -> DockerToolContainer.open(
                        "localhost/interop-test/none:1",
                        OpenTestbed.newSession(),
                        PullPolicy.MISSING,
                        NoteListener.SILENT))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("build the image under it");
    }

    private String output(List<String> command) throws IOException {
        var text = new String[1];
        tools.run(Map.of(), command, in -> text[0] = new String(in.readAllBytes(), StandardCharsets.UTF_8));
        return text[0];
    }
}
