package dev.interop.testbed.cell;

import dev.interop.testbed.context.TestbedContext;
import dev.interop.testbed.docker.EngineFailure;
import java.time.Duration;

/** Starts containers whose addresses may still be in use by a container of the lane's previous cell. */
record AddressedStart(TestbedContext context) {
    private static final Duration ADDRESS_RELEASE = Duration.ofSeconds(5);
    private static final Duration ADDRESS_POLL = Duration.ofMillis(50);

    /**
     * Starts a container; tries again while its address is in use.
     *
     * @throws EngineFailure when it cannot be started
     */
    void start(String container) {
        var end = context.time().deadline(ADDRESS_RELEASE);
        while (true) {
            try {
                context.engine().startContainer(container);
                return;
            } catch (EngineFailure e) {
                if (e.kind() != EngineFailure.Kind.CONFLICT || context.time().nanos() > end) {
                    throw e;
                }
            }
            pause();
        }
    }

    private void pause() {
        try {
            context.time().sleep(ADDRESS_POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFailure(EngineFailure.Kind.REFUSED, "interrupted while waiting for an address");
        }
    }
}
