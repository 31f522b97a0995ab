package dev.interop.testbed.cell;

import dev.interop.recording.ContainerRole;
import dev.interop.testbed.context.TestbedContext;
import dev.interop.testbed.docker.EngineFailure;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Watches how much disk a cell's endpoints fill, by what they write or by what the simulator captures of what they send. Asking for the free space of the disk costs nothing, so that is done often.
 * What each endpoint has written is counted only when the free space has become less, and now and then in any case, since
 * others may free space meanwhile.
 */
final class DiskWatch {
    /** The time between two looks at the free space. */
    static final Duration INTERVAL = Duration.ofMillis(500);

    private static final Duration COUNT_INTERVAL = Duration.ofSeconds(10);
    private static final long MIB = 1L << 20;
    /** A loss of free space that is worth counting for. */
    private static final long STEP_BYTES = 64 * MIB;
    /** Any endpoint may write this much, however little is free. */
    private static final long LEAST_BYTES = 256 * MIB;

    /** With less than this an endpoint may have failed for want of room. */
    private static final long FULL_BYTES = 4 * MIB;

    private final TestbedContext context;
    private final Supplier<List<CellContainer>> containers;
    private final Map<ContainerRole, String> over = new EnumMap<>(ContainerRole.class);
    private OptionalLong free = OptionalLong.empty();
    private long limit;
    private String reason = "";
    private long nextCount;
    private boolean begun;
    private boolean lost;
    private boolean full;

    /**
     * @param containers the containers of the cell
     */
    DiskWatch(TestbedContext context, Supplier<List<CellContainer>> containers) {
        this.context = context;
        this.containers = containers;
    }

    /** Notes the free space before the endpoints write. */
    void begin() {
        begun = true;
        limit = context.options().limits().diskBytes();
        reason = "the limit of interop.limit.disk";
        free = freeNow();
        if (free.isPresent() && free.getAsLong() / 2 < limit) {
            limit = Math.max(LEAST_BYTES, free.getAsLong() / 2);
            reason = "half of the " + mib(free.getAsLong()) + " that were free";
        }
        nextCount = context.time().deadline(COUNT_INTERVAL);
    }

    /** A container that has written more than its limit, if there is one. */
    Optional<ContainerRole> overLimit() {
        if (!begun || lost) {
            return Optional.empty();
        }
        var now = freeNow();
        var less = now.isPresent() && free.isPresent() && now.getAsLong() < free.getAsLong() - STEP_BYTES;
        if (!less && context.time().nanos() < nextCount) {
            return Optional.empty();
        }
        free = now;
        nextCount = context.time().deadline(COUNT_INTERVAL);
        started().forEach(this::count);
        return over.keySet().stream().findFirst();
    }

    /** Looks a last time, once the cell has ended. */
    void end() {
        overLimit();
        if (full) {
            blame();
        }
    }

    /** Looks whether an endpoint has left no room to start the other containers. */
    void blame() {
        if (!begun) {
            begin();
        }
        started().forEach(this::count);
    }

    /** Whether the disk was full meanwhile, and not by an endpoint of this cell. */
    boolean wasFilledByOthers() {
        return full && over.isEmpty();
    }

    /** The text about a container that has written more than its limit. */
    Optional<String> over(ContainerRole role) {
        return Optional.ofNullable(over.get(role));
    }

    private void count(CellContainer container) {
        try {
            var folders = container.inFolders();
            var own = container.inFileSystem();
            if (folders.isEmpty()) {
                over.put(container.role(), "wrote more files than can be counted in some seconds");
            } else if (folders.getAsLong() + own > limit) {
                over.put(
                        container.role(),
                        "wrote " + mib(folders.getAsLong() + own) + " (" + mib(folders.getAsLong())
                                + " in its folders, " + mib(own) + " in its own file system), more than " + mib(limit)
                                + ", " + reason);
            }
        } catch (EngineFailure e) {
            // The engine's failure is noticed elsewhere; without an agent nothing can be counted.
            lost = true;
        }
    }

    private OptionalLong freeNow() {
        try {
            for (var endpoint : endpoints()) {
                var now = endpoint.freeDisk();
                if (now.isPresent()) {
                    full |= now.getAsLong() < FULL_BYTES;
                    return now;
                }
            }
        } catch (EngineFailure e) {
            lost = true;
        }
        return OptionalLong.empty();
    }

    private List<CellContainer> endpoints() {
        return started().stream().filter(it -> it.role() != ContainerRole.SIM).toList();
    }

    private List<CellContainer> started() {
        return containers.get().stream().filter(CellContainer::isStarted).toList();
    }

    private static String mib(long bytes) {
        return bytes / MIB + " MiB";
    }
}
