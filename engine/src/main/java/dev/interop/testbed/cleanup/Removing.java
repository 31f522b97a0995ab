package dev.interop.testbed.cleanup;

import dev.interop.testbed.concurrent.Concurrently;
import dev.interop.testbed.docker.EngineFailure;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Removals at the same time: the container engine waits for processes to end and for its own locks, and takes as long for
 * six containers as for two.
 */
final class Removing implements AutoCloseable {
    private static final int AT_ONCE = 8;

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, task -> {
        var thread = new Thread(task, "interop-removal");
        thread.setDaemon(true);
        return thread;
    });
    private final Collection<String> failures = new ConcurrentLinkedQueue<>();

    /** Removes each of these ids. A failure does not prevent the removal of the others. The result is how many were. */
    CompletableFuture<Integer> start(List<String> ids, Consumer<String> remove) {
        var removals = ids.stream()
                .map(id -> Concurrently.start(threads, () -> isRemoved(id, remove)))
                .toList();
        return CompletableFuture.allOf(removals.toArray(CompletableFuture[]::new))
                .thenApply(all ->
                        (int) removals.stream().filter(CompletableFuture::join).count());
    }

    private boolean isRemoved(String id, Consumer<String> remove) {
        try {
            remove.accept(id);
            return true;
        } catch (EngineFailure e) {
            failures.add(e.getMessage());
            return false;
        }
    }

    /** The messages about what could not be removed. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
