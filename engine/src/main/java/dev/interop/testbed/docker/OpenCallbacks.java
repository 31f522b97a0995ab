package dev.interop.testbed.docker;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The callbacks of requests that go on until their container ends. They are closed before their connection is: otherwise
 * the client library prints a stack trace for each, as with containers that outlive their run.
 */
final class OpenCallbacks implements Closeable {
    private final Map<Closeable, CompletableFuture<?>> open = new ConcurrentHashMap<>();

    /** Remembers a callback until its end. */
    void add(Closeable callback, CompletableFuture<?> end) {
        open.put(callback, end);
        end.whenComplete((done, thrown) -> open.remove(callback));
    }

    /** Closes what is open, and fails its end. */
    @Override
    public void close() throws IOException {
        for (var callback : Map.copyOf(open).entrySet()) {
            callback.getKey().close();
            callback.getValue()
                    .completeExceptionally(new EngineFailure(
                            EngineFailure.Kind.LOST, "the connection to the container engine is closed"));
        }
    }
}
