package dev.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedRunTest {
    private final StringWriter out = new StringWriter();
    private final Deque<WatchedInputs> looks = new ArrayDeque<>();
    private final List<WatchedInputs> runs = new ArrayList<>();

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    @Test
    void aRunIsRepeatedOnceAChangeHasCome() {
        looks(state("1"), state("2"), state("2"));

        watch();

        assertThat(runs).containsExactly(state("1"), state("2"));
        assertThat(out.toString().lines())
                .containsExactly(
                        "Watch    waiting for a change of client (Ctrl-C ends)",
                        "Watch    client changed",
                        "Watch    waiting for a change of client (Ctrl-C ends)");
    }

    @Test
    void aFileThatIsStillBeingWrittenIsWaitedFor() {
        looks(state("missing"), state("missing"), state("2"), state("3"), state("3"));

        watch();

        assertThat(runs).containsExactly(state("1"), state("3"));
    }

    @Test
    void nothingRunsAgainWithoutAChange() {
        looks(state("1"), state("2"), state("1"), state("1"));

        watch();

        assertThat(runs).containsExactly(state("1"));
    }

    @Test
    void aRunThatCannotBeginWaitsForTheNextChange() {
        looks(state("bad"), state("bad"), state("4"), state("4"));

        watch();

        assertThat(runs).containsExactly(state("1"), state("4"));
        assertThat(out.toString()).contains("Watch    not run: --mount 'x': client: is not executable; chmod +x it\n");
    }

    @Test
    void aFirstRunThatCannotBeginIsAnError() {
        assertThatThrownBy(() -> new WatchedRun(new PrintWriter(out), time -> {}).run(new Subject("bad")))
                .isInstanceOf(UserError.class);
    }

    @Test
    void aWrittenFileAndAMissingOneAreChanges(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("client"), "1");
        var before = WatchedInputs.ofFiles(List.of(file));

        assertThat(WatchedInputs.ofFiles(List.of(file))).isEqualTo(before);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));
        assertThat(WatchedInputs.ofFiles(List.of(file)).changedSince(before)).isEqualTo(file.toString());
        Files.delete(file);
        assertThat(WatchedInputs.ofFiles(List.of(file)).isIncomplete()).isTrue();
    }

    private void looks(WatchedInputs... in) {
        looks.addAll(List.of(in));
    }

    private void watch() {
        new WatchedRun(new PrintWriter(out), time -> {
                    if (looks.isEmpty()) {
                        throw new InterruptedException();
                    }
                })
                .run(new Subject("1"));
    }

    private static WatchedInputs state(String state) {
        return new WatchedInputs(Map.of("client", state));
    }

    private final class Subject implements WatchedRun.Subject {
        private String state;

        Subject(String first) {
            state = first;
        }

        @Override
        public WatchedInputs run() {
            if (state.equals("bad")) {
                throw new UserError("--mount 'x': client: is not executable; chmod +x it");
            }
            runs.add(state(state));
            return state(state);
        }

        @Override
        public WatchedInputs now() {
            var now = looks.remove();
            state = now.states().get("client");
            return now;
        }
    }
}
