package dev.interop.testbed.concurrent;

import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Runs several actions at the same time and waits until all have ended. Each action must have a time limit of its own. */
@API(status = Status.INTERNAL)
public final class Concurrently {
    private Concurrently() {}

    /** Runs the action for all items. The first failure is thrown once all have ended. */
    public static <T> void all(Executor threads, Collection<T> items, Consumer<T> action) {
        var running = items.stream()
                .map(item -> CompletableFuture.runAsync(() -> action.accept(item), threads))
                .toList();
        Optional<RuntimeException> first = Optional.empty();
        for (var one : running) {
            try {
                join(one);
            } catch (RuntimeException e) {
                first = first.or(() -> Optional.of(e));
            }
        }
        if (first.isPresent()) {
            throw first.get();
        }
    }

    public static <T> CompletableFuture<T> start(Executor threads, Supplier<T> action) {
        return CompletableFuture.supplyAsync(action, threads);
    }

    public static <T> T join(CompletableFuture<T> result) {
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
