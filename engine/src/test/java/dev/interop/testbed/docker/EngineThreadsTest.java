package dev.interop.testbed.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EngineThreadsTest {
    private final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    private final List<Throwable> printed = new CopyOnWriteArrayList<>();

    @BeforeEach
    void recordWhatWouldBePrinted() {
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> printed.add(thrown));
    }

    @AfterEach
    void printAgain() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    @Test
    void anExceptionOfAThreadThatTheLibraryStartedIsNotPrinted() throws Exception {
        endLibraryThread(new IllegalStateException("the stream is closed"));

        assertThat(printed).isEmpty();
    }

    @Test
    void anErrorOfAThreadThatTheLibraryStartedIsPrinted() throws Exception {
        var error = new AssertionError("no room");

        endLibraryThread(error);

        assertThat(printed).containsExactly(error);
    }

    private static void endLibraryThread(Throwable thrown) throws Exception {
        var pool = EngineThreads.pool();
        try {
            var started = pool.submit(() -> {
                var thread = new Thread(() -> rethrow(thrown), "library");
                thread.start();
                return thread;
            });
            started.get().join();
        } finally {
            pool.shutdownNow();
        }
    }

    private static void rethrow(Throwable thrown) {
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
        throw (Error) thrown;
    }
}
