package dev.interop.testbed.docker;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A container of a {@link FakeContainerBackend}. */
final class FakeContainer {
    final String id;
    final ContainerSpec spec;
    final ContainerScript script;
    final FakeAgent agent = new FakeAgent();
    final CompletableFuture<Integer> exit = new CompletableFuture<>();
    final List<OutputSink> sinks = new ArrayList<>();
    final Streaming streaming = new Streaming();
    String name;
    boolean running;
    int code;

    FakeContainer(String id, ContainerSpec spec, ContainerScript script) {
        this.id = id;
        this.spec = spec;
        this.name = spec.name();
        this.script = script;
    }

    void print(String text) {
        if (running) {
            sinks.forEach(it -> it.stdout(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    void end(int with) {
        if (running) {
            running = false;
            code = with;
            streaming.ended.complete(true);
            exit.complete(with);
        }
    }

    void lose(EngineFailure failure) {
        streaming.ended.completeExceptionally(failure);
        exit.completeExceptionally(failure);
    }

    /** The output of the container, which ends with it. */
    static final class Streaming implements OutputStreaming {
        final CompletableFuture<Boolean> ended = new CompletableFuture<>();

        @Override
        public void whenComplete(Consumer<Optional<Throwable>> action) {
            ended.whenComplete((done, thrown) -> action.accept(Optional.ofNullable(thrown)));
        }

        @Override
        public boolean finish(Duration limit) {
            return ended.isDone() && !ended.isCompletedExceptionally();
        }
    }
}
