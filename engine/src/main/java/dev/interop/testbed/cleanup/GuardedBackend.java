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
 * Makes containers and networks until a run is cleaned up, and none afterwards: what is being made when that begins is
 * there before anything is looked for, so that it is found.
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

    /** Makes nothing more, and waits until nothing is being made. */
    synchronized void refuseMore(Duration limit) {
        closed = true;
        var end = System.nanoTime() + limit.toNanos();
        var interrupted = false;
        for (var left = limit.toNanos(); underWay > 0 && left > 0; left = end - System.nanoTime()) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                // What is being made could not be removed.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
