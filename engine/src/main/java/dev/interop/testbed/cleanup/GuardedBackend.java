package dev.interop.testbed.cleanup;

import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.ContainerSpec;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.ForwardingBackend;
import dev.interop.testbed.docker.NetworkSpec;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Creates containers and networks until the clean-up of a run begins, and none afterwards. The clean-up waits for the
 * creations that are under way, so that it finds their results.
 */
final class GuardedBackend extends ForwardingBackend {
    private int underWay;
    private boolean closed;

    GuardedBackend(ContainerBackend backend) {
        super(backend);
    }

    @Override
    public String createContainer(ContainerSpec spec) {
        return make(() -> super.createContainer(spec));
    }

    @Override
    public String startKeptContainer(ContainerSpec spec, Consumer<String> prepare) {
        return make(() -> super.startKeptContainer(spec, prepare));
    }

    @Override
    public String createNetwork(NetworkSpec spec) {
        return make(() -> super.createNetwork(spec));
    }

    @Override
    public void createOpenNetwork(String name, Map<String, String> labels) {
        make(() -> {
            super.createOpenNetwork(name, labels);
            return name;
        });
    }

    private String make(Supplier<String> call) {
        begin();
        try {
            return call.get();
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        if (closed) {
            throw new EngineFailure(EngineFailure.Kind.REFUSED, "the run is being cleaned up");
        }
        underWay++;
    }

    private synchronized void end() {
        underWay--;
        notifyAll();
    }

    /** Refuses further creations and waits for those that are under way. */
    synchronized void refuseMore(Duration limit) {
        closed = true;
        var end = System.nanoTime() + limit.toNanos();
        var interrupted = false;
        for (var left = limit.toNanos(); underWay > 0 && left > 0; left = end - System.nanoTime()) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                // A container that is being created could not be removed.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
