package dev.interop.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.ContainerRole;
import dev.interop.testing.RecordingBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requirement: the last line that tells what went wrong is found from a log's end, in a time that is linear in its size. */
class LogsTest {
    private static final Phrases PHRASES = new Phrases()
            .add(Phrases.Boundary.BOTH, "fail", "not found")
            .add(Phrases.Boundary.END, "error")
            .add(Phrases.Boundary.NONE, "unsupp");
    private static final Pattern SAME = Pattern.compile("(?i)\\b(fail|not found)\\b|error\\b|unsupp");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "panic: boom",
                "java.lang.IllegalStateException at x",
                "2026 [ERROR] no",
                "\u001b[31mfailed\u001b[0m to connect",
                "the handshake Timed out",
                "segmentation fault",
                "TypeError: x"
            })
    void theLastLineThatReportsAProblemIsFound(String line) {
        var found = problem("error: first\n\nfine\r\n" + line + "\nerrors_total 0\ndone\n");

        assertThat(found).get().satisfies(it -> {
            assertThat(it.where().line()).hasValue(4);
            assertThat(it.text()).isEqualTo(line.replaceAll("\u001b\\[\\d+m", ""));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "all fine", "errorless", "failsafe mode", "no such_thing here? nosuch"})
    void aLogWithoutAProblemHasNone(String log) {
        assertThat(problem(log)).isEmpty();
    }

    @Test
    void anUnfinishedLastLineAndBytesThatAreNoTextAreRead() {
        assertThat(problem("ok\nfatal: \uFFFE the end"))
                .get()
                .satisfies(it -> assertThat(it.where().line()).hasValue(2));
    }

    @Test
    void aLongLineIsCutForDisplay() {
        assertThat(problem("error " + "x".repeat(5_000_000) + "\n"))
                .get()
                .satisfies(it -> assertThat(it.text()).hasSize(301).endsWith("…"));
    }

    @Property
    void phrasesAreFoundWhereAPatternFindsThem(@ForAll("texts") String text) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);

        assertThat(PHRASES.areIn(bytes, 0, bytes.length))
                .isEqualTo(SAME.matcher(text).find());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "fail",
                        "Not ",
                        "found",
                        "ERROR",
                        "error",
                        "unsupp",
                        "unsup",
                        " ",
                        "_",
                        "x",
                        "7",
                        ":",
                        "not found")
                .list()
                .ofMaxSize(8)
                .map(it -> String.join("", it));
    }

    private Optional<LogLine> problem(String log) {
        var recording = RecordingBuilder.recording(folder)
                .stderr(ContainerRole.CLIENT, log)
                .build();
        return new Logs(recording, ContainerRole.CLIENT).problem();
    }
}
