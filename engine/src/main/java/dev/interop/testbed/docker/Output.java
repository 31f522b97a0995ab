package dev.interop.testbed.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Takes the frames of a container's or command's output from the client library. */
final class Output extends ResultCallback.Adapter<Frame> implements OutputStreaming {
    private final OutputSink sink;
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();

    Output(OutputSink sink) {
        this.sink = sink;
    }

    @Override
    public void onNext(Frame frame) {
        var bytes = frame.getPayload();
        if (frame.getStreamType() == StreamType.STDERR) {
            sink.stderr(bytes);
        } else {
            sink.stdout(bytes);
        }
    }

    @Override
    public void onError(Throwable thrown) {
        ended.completeExceptionally(thrown);
        super.onError(thrown);
    }

    @Override
    public void onComplete() {
        ended.complete(true);
        super.onComplete();
    }

    /** Becomes true once the output has ended. */
    CompletableFuture<Boolean> ended() {
        return ended;
    }

    @Override
    public void whenComplete(Consumer<Optional<Throwable>> action) {
        ended.whenComplete((done, thrown) -> action.accept(Optional.ofNullable(thrown)));
    }

    @Override
    public boolean finish(Duration limit) {
        try {
            return awaitCompletion(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (RuntimeException e) {
            // The engine went away; the wait for the container's end reports it.
            return false;
        }
    }
}
