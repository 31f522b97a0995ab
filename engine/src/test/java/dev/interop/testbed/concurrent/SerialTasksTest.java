package dev.interop.testbed.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SerialTasksTest {
    private final List<Throwable> uncaught = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task);
        thread.setUncaughtExceptionHandler((it, thrown) -> uncaught.add(thrown));
        return thread;
    });

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void tasksAfterAnErrorAreRun() {
        var ran = new ArrayList<String>();
        var error = new NoSuchMethodError("gone");
        var tasks = new SerialTasks(threads);

        tasks.add(() -> {
            throw error;
        });
        tasks.drain();
        tasks.add(() -> ran.add("next"));
        tasks.drain();

        assertThat(ran).containsExactly("next");
        assertThat(uncaught).containsExactly(error);
    }
}
