package dev.interop.quic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.NoteListener;
import dev.interop.recording.RecordingStore;
import dev.interop.testbed.docker.PullPolicy;
import dev.interop.testbed.tool.DockerToolContainer;
import dev.interop.testbed.tool.ToolContainer;
import dev.interop.testing.StoredRecordings;
import dev.interop.trace.DissectionTool;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares tshark's output with the output that is stored beside each recording. With {@code -Dinterop.recordings=DIR} the
 * output is stored again below that folder of recordings, for a new recording or after a change of the fields.
 */
@Tag("container")
class DissectedVerdictsTest {
    private static final String STORE = System.getProperty("interop.recordings", "");

    private static ToolContainer tools;

    @BeforeAll
    static void open() {
        tools = DockerToolContainer.open(
                "localhost/interop/tshark:local", "dissected-verdicts", PullPolicy.NEVER, NoteListener.SILENT);
    }

    @AfterAll
    static void close() {
        if (tools != null) {
            tools.close();
        }
    }

    static List<String> recordings() {
        return StoredRecordings.names();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void aDissectionEqualsTheStoredOne(String name) {
        var recording = StoredRecordings.recording(name);

        Verdict verdict = StoredRecordings.judge(recording, compared(recording.folder()));

        assertThat((Object) verdict).isEqualTo(StoredRecordings.verdict(name));
    }

    /** The client claims a pass; the packets, decrypted with the relay's keylog, contradict it. */
    @Test
    void aClientThatForgesItsSecretsIsContradictedByTheRelaysKeylog(@TempDir Path folder) throws IOException {
        var stored = StoredRecordings.recording("moqt-18-false-pass").folder();
        copy(stored, folder);
        var keys = folder.resolve("client/keys.log");
        Files.createDirectories(folder.resolve("server"));
        Files.copy(keys, folder.resolve("server/keys.log"));
        Files.writeString(keys, Files.readString(keys).replaceAll("(?m)^(\\S+ \\S+) \\S+$", "$1 " + "0".repeat(64)));

        var verdict = StoredRecordings.judge(new RecordingStore().read(folder), (files, command, stdout) -> {
            var exit = tools.run(files, command, stdout::read);
            return new DissectionTool.Exit(exit.code(), exit.stderr());
        });

        assertThat(verdict.reason().code()).isEqualTo(ReasonCode.CONTRADICTED);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private static DissectionTool compared(Path folder) {
        return (files, command, stdout) -> {
            var capture = files.keySet().iterator().next();
            var exit = tools.run(files, command, it -> {
                var output = it.readAllBytes();
                if (!STORE.isEmpty()) {
                    store(folder, capture + StoredRecordings.kind(command), output);
                }
                assertThat(output).asString().isEqualTo(stored(folder, capture, command));
                stdout.read(new ByteArrayInputStream(output));
            });
            return new DissectionTool.Exit(exit.code(), exit.stderr());
        };
    }

    private static void store(Path folder, String file, byte[] output) throws IOException {
        Files.write(folder.resolve("sim").resolve(file), output);
        Files.write(Path.of(STORE).resolve(folder.getFileName()).resolve("sim").resolve(file), output);
    }

    private static String stored(Path folder, String capture, List<String> command) throws IOException {
        return Files.readString(folder.resolve("sim").resolve(capture + StoredRecordings.kind(command)));
    }
}
