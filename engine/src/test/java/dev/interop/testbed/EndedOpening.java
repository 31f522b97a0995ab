package dev.interop.testbed;

import dev.interop.testbed.cleanup.ShutdownHooks;
import dev.interop.testbed.context.Machine;
import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.ContainerSpec;
import dev.interop.testbed.docker.Engine;
import dev.interop.testbed.docker.ForwardingBackend;
import dev.interop.testbed.docker.NetworkSpec;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Creates lanes in a process of its own, and waits in one of the necessary calls until the process is terminated. */
final class EndedOpening {
    /** The line that it prints when it waits. */
    static final String WAITING = "waiting to be asked to end";

    private EndedOpening() {}

    /**
     * @param arguments the session and the number of the call
     */
    public static void main(String[] arguments) throws InterruptedException {
        var engine = new Waiting(Engine.connect(), Integer.parseInt(arguments[1]));
        var options = SampleOptions.of(arguments[0]).withLanes(1).withSimulatorImage(Scripted.IMAGE);
        DockerTestbed.open(options, List.of(), engine, Machine.system());
        TimeUnit.MINUTES.sleep(1);
    }

    private static final class Waiting extends ForwardingBackend {
        private final AtomicInteger calls = new AtomicInteger();
        private final int call;

        private Waiting(ContainerBackend engine, int call) {
            super(engine);
            this.call = call;
        }

        @Override
        public String createNetwork(NetworkSpec spec) {
            await();
            return super.createNetwork(spec);
        }

        @Override
        public String createContainer(ContainerSpec spec) {
            await();
            return super.createContainer(spec);
        }

        @Override
        public void startContainer(String container) {
            await();
            super.startContainer(container);
        }

        @Override
        public String startKeptContainer(ContainerSpec spec, Consumer<String> prepare) {
            await();
            return super.startKeptContainer(spec, created -> {
                prepare.accept(created);
                await();
            });
        }

        private void await() {
            if (calls.incrementAndGet() == call) {
                System.out.println(WAITING);
                while (!isEnding()) {
                    Thread.onSpinWait();
                }
                pause();
            }
        }

        private static boolean isEnding() {
            var hook = new Thread(() -> {});
            try {
                ShutdownHooks.RUNTIME.add(hook);
                ShutdownHooks.RUNTIME.remove(hook);
                pause();
                return false;
            } catch (IllegalStateException e) {
                return true;
            }
        }

        /** Long enough for the hook to proceed as far as it can. */
        private static void pause() {
            try {
                TimeUnit.MILLISECONDS.sleep(300);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
