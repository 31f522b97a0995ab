package dev.interop.quic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.testbed.DockerTools;
import dev.interop.testbed.Progress;
import dev.interop.testbed.PullPolicy;
import dev.interop.testbed.Tools;
import dev.interop.testing.StoredRecordings;
import dev.interop.trace.DissectionTool;
import dev.interop.verdict.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is stored beside the recordings is what tshark says today. */
@Tag("container")
class DissectedVerdictsTest {
    private static Tools tools;

    @BeforeAll
    static void open() {
        tools = DockerTools.open(
                "localhost/interop/tshark:local", "dissected-verdicts", PullPolicy.NEVER, Progress.SILENT);
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
    void aDissectionSaysWhatWasStored(String name) {
        var recording = StoredRecordings.recording(name);

        Verdict verdict = StoredRecordings.judge(recording, compared(recording.folder()));

        assertThat((Object) verdict).isEqualTo(StoredRecordings.verdict(name));
    }

    private static DissectionTool compared(Path folder) {
        return (files, command, stdout) -> {
            var capture = files.keySet().iterator().next();
            var exit = tools.run(files, command, it -> {
                var said = it.readAllBytes();
                assertThat(said).asString().isEqualTo(stored(folder, capture, command));
                stdout.read(new ByteArrayInputStream(said));
            });
            return new DissectionTool.Exit(exit.code(), exit.stderr());
        };
    }

    private static String stored(Path folder, String capture, List<String> command) throws IOException {
        return Files.readString(folder.resolve("sim").resolve(capture + StoredRecordings.kind(command)));
    }
}
