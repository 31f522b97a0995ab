package dev.interop.testbed.cell;

import dev.interop.recording.ContainerRole;
import dev.interop.testbed.context.TestbedContext;
import dev.interop.testbed.docker.DiskSpace;
import dev.interop.testbed.docker.EngineFailure;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Watches how much disk a cell's endpoints fill, by what they write or by what the simulator captures of what they send. Asking
 * for the free space of the disk costs nothing, so that is done often. What each endpoint has written is counted only when the
 * free space has become less, and now and then in any case, since others may free space meanwhile.
 */
final class DiskWatch {
    /** The time between two looks at the free space. */
    static final Duration INTERVAL = Duration.ofMillis(500);

    private static final Duration COUNT_INTERVAL = Duration.ofSeconds(10);
    /** A loss of free space that is worth counting for. */
    private static final DiskSpace STEP = new DiskSpace(64 << 20, 4096);

    /** With less than this an endpoint may have failed for want of room. */
    private static final DiskSpace FULL = new DiskSpace(4 << 20, 1000);

    /** So many looks may fail in a row. An engine whose disk is full, or a container that just ends, does not answer once. */
    private static final int MOST_FAILURES = 5;

    private final TestbedContext context;
    private final Supplier<List<CellContainer>> containers;
    private final Map<ContainerRole, String> over = new EnumMap<>(ContainerRole.class);
    private Optional<DiskSpace> atFirst = Optional.empty();
    private Optional<DiskSpace> free = Optional.empty();
    private DiskLimit limit = DiskLimit.of(Long.MAX_VALUE, Optional.empty());
    private long nextCount;
    private int failures;
    private boolean begun;
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
        atFirst = freeNow();
        free = atFirst;
        limit = DiskLimit.of(context.options().limits().diskBytes(), atFirst);
        nextCount = context.time().deadline(COUNT_INTERVAL);
    }

    /** A container that has written more than its limit, if there is one. */
    Optional<ContainerRole> overLimit() {
        if (!begun || failures >= MOST_FAILURES) {
            return Optional.empty();
        }
        var now = freeNow();
        if (!isLess(now) && context.time().nanos() < nextCount) {
            return Optional.empty();
        }
        free = now;
        nextCount = context.time().deadline(COUNT_INTERVAL);
        started().forEach(this::count);
        return over.keySet().stream().findFirst();
    }

    private boolean isLess(Optional<DiskSpace> now) {
        return free.isPresent()
                && now.filter(it -> it.bytes() < free.get().bytes() - STEP.bytes()
                                || it.files() < free.get().files() - STEP.files())
                        .isPresent();
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
            overLimit(container).ifPresent(it -> over.put(container.role(), it));
            failures = 0;
        } catch (EngineFailure e) {
            // The engine's failure is noticed elsewhere; without an agent nothing can be counted.
            failures++;
        }
    }

    /**
     * The text about a container that has written more than it may, if it has. To count files takes the engine some work, so that
     * is done only where so much has come that one container may be over its limit.
     */
    private Optional<String> overLimit(CellContainer container) {
        var inFolders = container.inFolders();
        var inVolumes = container.inVolumes();
        if (inFolders.isEmpty() || inVolumes.isEmpty()) {
            return Optional.of("wrote more files than can be counted in some seconds");
        }
        var bytes = container.inFileSystem() + inVolumes.get().bytes();
        return limit.overBytes(inFolders.get().bytes(), bytes)
                .or(() ->
                        limit.overFiles(inFolders.get().files(), inVolumes.get().files()))
                .or(() -> full || limit.isExceededBy(taken())
                        ? limit.overFiles(
                                inFolders.get().files(), inVolumes.get().files() + container.filesInFileSystem())
                        : Optional.empty());
    }

    private DiskSpace taken() {
        var before = atFirst.orElse(DiskSpace.NONE);
        var now = free.orElse(DiskSpace.NONE);
        return new DiskSpace(before.bytes() - now.bytes(), before.files() - now.files());
    }

    private Optional<DiskSpace> freeNow() {
        try {
            for (var endpoint : endpoints()) {
                var now = endpoint.freeDisk();
                if (now.isPresent()) {
                    failures = 0;
                    full |= now.get().bytes() < FULL.bytes() || now.get().files() < FULL.files();
                    return now;
                }
            }
        } catch (EngineFailure e) {
            failures++;
        }
        return Optional.empty();
    }

    private List<CellContainer> endpoints() {
        return containers.get().stream()
                .filter(it -> it.role() != ContainerRole.SIM)
                .toList();
    }

    private List<CellContainer> started() {
        return containers.get().stream().filter(CellContainer::isStarted).toList();
    }
}
