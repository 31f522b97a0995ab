package dev.interop.testbed;

import dev.interop.testbed.cleanup.Owner;
import dev.interop.testbed.conditions.MachineObserver;
import dev.interop.testbed.context.TestbedContext;
import dev.interop.testbed.docker.ContainerFacts;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.lane.SandboxPool;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Makes a testbed usable again after its engine was lost. An engine that is restarted stops or kills all containers, and
 * keeps their networks.
 */
final class EngineRecovery {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final TestbedContext context;
    private final MachineObserver observer;

    EngineRecovery(TestbedContext context, MachineObserver observer) {
        this.context = context;
        this.observer = observer;
    }

    /**
     * Waits until the engine answers, removes all containers of the run and makes the sandboxes anew.
     *
     * @param wanted whether the testbed is still in use
     * @return whether that was done within the limit
     */
    boolean recover(Collection<SandboxPool> pools, Duration limit, BooleanSupplier wanted) {
        var end = context.time().deadline(limit);
        try {
            while (wanted.getAsBoolean() && context.time().nanos() < end) {
                if (makeAnew(pools)) {
                    return true;
                }
                context.time().sleep(POLL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private boolean makeAnew(Collection<SandboxPool> pools) {
        try {
            context.engine().ping();
            // In this order: a sandbox that is just being made must not outlive the removal, and keep its address.
            pools.forEach(SandboxPool::abandon);
            own(false).forEach(context.engine()::removeContainer);
            // The guard of the lanes, which is made again before the next cell.
            own(true).forEach(context.engine()::removeContainer);
            pools.forEach(SandboxPool::renew);
            observer.renew(context);
            return true;
        } catch (EngineFailure e) {
            return false;
        }
    }

    private List<String> own(boolean removedLast) {
        return context.engine().containers(Owner.SESSION).stream()
                .filter(it -> context.owner().session().equals(it.labels().get(Owner.SESSION)))
                .filter(it -> it.labels().containsKey(Owner.REMOVED_LAST) == removedLast)
                .map(ContainerFacts::id)
                .toList();
    }
}
