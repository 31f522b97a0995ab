package dev.interop.testbed.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.PullResponseItem;
import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The progress of a pull. The library's own callback logs failures with a stack trace. */
final class Pull implements ResultCallback<PullResponseItem> {
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();

    @Override
    public void onStart(Closeable stream) {
        // The pull ends by itself.
    }

    @Override
    public void onNext(PullResponseItem item) {
        if (item.isErrorIndicated()) {
            var detail = item.getErrorDetail();
            ended.completeExceptionally(new EngineFailure(
                    EngineFailure.Kind.LOST, detail == null ? "the registry refused" : detail.getMessage()));
        }
    }

    @Override
    public void onError(Throwable thrown) {
        ended.completeExceptionally(thrown);
    }

    @Override
    public void onComplete() {
        ended.complete(true);
    }

    @Override
    public void close() {
        ended.complete(false);
    }

    /**
     * Waits for the end of the pull.
     *
     * @throws Exception the failure, or a time-out
     */
    void await(Duration limit) throws Exception {
        try {
            ended.get(limit.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } catch (TimeoutException e) {
            throw new EngineFailure(
                    EngineFailure.Kind.LOST, "the registry did not deliver within " + limit.toMinutes() + " minutes");
        }
    }
}
