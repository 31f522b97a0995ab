package dev.interop.testbed.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.NoteListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BuildLockTest {
    @TempDir
    Path folder;

    private final List<String> events = new CopyOnWriteArrayList<>();

    @Test
    void theSecondOfTwoBuildsInOneProcessWaitsAndReportsIt() throws IOException {
        var waiting = new CountDownLatch(1);
        var second = new CompletableFuture<?>[1];
        BuildLock.during(folder, NoteListener.SILENT, () -> {
            second[0] = CompletableFuture.runAsync(() -> during(note -> waiting.countDown(), "second"));
            await(waiting);
            events.add("first");
        });
        second[0].join();

        assertThat(events).containsExactly("first", "second");
    }

    @Test
    void aBuildWaitsForThatOfAnotherProcessWhoseLockEndsWithTheProcess() throws IOException, InterruptedException {
        var other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(other.getInputStream().read()).isEqualTo('!');
            var told = new CountDownLatch(1);
            var mine = CompletableFuture.runAsync(() -> during(note -> told.countDown(), "mine"));
            await(told);
            assertThat(mine).isNotDone();

            other.destroyForcibly();

            mine.join();
            assertThat(events).containsExactly("mine");
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    private void during(NoteListener notes, String event) {
        try {
            BuildLock.during(folder, notes, () -> events.add(event));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Holds the lock until it is killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            BuildLock.during(Path.of(arguments[0]), NoteListener.SILENT, () -> {
                System.out.print('!');
                System.out.flush();
                // Ends when the test's process does, too.
                while (System.in.read() >= 0) {
                    continue;
                }
            });
        }
    }
}
