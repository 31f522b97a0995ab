package dev.interop.testbed.cell;

import dev.interop.recording.CellEnd;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Fault;
import dev.interop.testbed.concurrent.MonotonicTime;
import dev.interop.testbed.docker.EngineFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Collects the events of a cell and decides when the cell has ended. */
@API(status = Status.INTERNAL)
public final class CellWatch {
    static final int UNSUPPORTED = 127;

    /** What the simulator ends with if it does not know the scenario or an option. */
    private static final int WRONG_USE = 2;

    /** A client without a peer has this time to end by itself, so that its own words about it are in its output. */
    private static final Duration CLIENT_GRACE = Duration.ofSeconds(2);

    /** Some servers end by themselves once all is sent, before the client has stored its downloads; a busy one takes long. */
    private static final Duration STORING_GRACE = Duration.ofSeconds(10);

    private final MonotonicTime time;
    private final BlockingQueue<CellEvent> events = new LinkedBlockingQueue<>();
    private volatile OptionalLong readyAt = OptionalLong.empty();
    private volatile boolean cancelled;
    private Optional<Fault> fault = Optional.empty();

    /**
     * @param time measures the limits
     */
    public CellWatch(MonotonicTime time) {
        this.time = time;
    }

    /** The client may begin; counts once. */
    synchronized void ready() {
        if (readyAt.isEmpty()) {
            readyAt = OptionalLong.of(time.nanos());
            events.add(new CellEvent.Ready());
        }
    }

    /** The moment when the client could begin, in nanoseconds of the testbed's time. */
    OptionalLong readyAt() {
        return readyAt;
    }

    /** The cell is not wanted any more. */
    public void cancel() {
        cancelled = true;
        events.add(new CellEvent.Cancelled());
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** Adds a container whose end is awaited. */
    void watch(ContainerRole role, CompletableFuture<Integer> exit) {
        exit.whenComplete((code, thrown) -> {
            if (thrown == null) {
                events.add(new CellEvent.Exited(role, code));
            } else if (thrown instanceof EngineFailure failure) {
                events.add(new CellEvent.Failed(failure));
            } else {
                events.add(new CellEvent.Failed(
                        new EngineFailure(EngineFailure.Kind.LOST, "waiting for a container failed: " + thrown)));
            }
        });
    }

    /** The fault of a cell that ended with {@link CellEnd#FAULT}. */
    Optional<Fault> fault() {
        return fault;
    }

    /**
     * Waits for the cell's end.
     *
     * @param limit the time from the moment that the client may begin
     * @param startLimit the time until that moment
     * @param atReady is called at that moment, before the limit begins to count; a fault that it returns ends the cell
     * @param disk ends the cell when an endpoint fills the disk
     * @throws EngineFailure when {@code atReady} throws it
     */
    CellEnd await(Duration limit, Duration startLimit, Supplier<Optional<Fault>> atReady, DiskWatch disk) {
        var deadline = time.deadline(startLimit);
        while (true) {
            var event = next(deadline, disk);
            if (event.isEmpty()) {
                return readyAt.isPresent() ? CellEnd.TIME_LIMIT : neverReady(startLimit);
            }
            if (event.get() instanceof CellEvent.Ready) {
                fault = atReady.get();
                if (fault.isPresent()) {
                    return CellEnd.FAULT;
                }
                deadline = time.deadline(limit);
                continue;
            }
            return end(event.get());
        }
    }

    /**
     * Waits for this container only, whatever the others do.
     *
     * @param disk ends the wait when a container fills the disk
     * @return false when the time is over, the disk is filled or the cell was cancelled
     * @throws EngineFailure when the engine failed
     */
    boolean endsWithin(ContainerRole role, Duration limit, DiskWatch disk) {
        var deadline = time.deadline(limit);
        for (var event = next(deadline, disk); event.isPresent(); event = next(deadline, disk)) {
            if (event.get() instanceof CellEvent.Exited exited && exited.role() == role) {
                return true;
            }
            if (event.get() instanceof CellEvent.Failed failed) {
                throw failed.failure();
            }
            if (event.get() instanceof CellEvent.Cancelled || event.get() instanceof CellEvent.DiskLimit) {
                return false;
            }
        }
        return false;
    }

    private CellEnd end(CellEvent event) {
        if (event instanceof CellEvent.Exited exited) {
            return exit(exited);
        }
        if (event instanceof CellEvent.Failed failed) {
            fault = Optional.of(failed.failure().fault());
            return CellEnd.FAULT;
        }
        if (event instanceof CellEvent.DiskLimit limit) {
            return switch (limit.role()) {
                case CLIENT -> CellEnd.CLIENT;
                case SERVER -> CellEnd.SERVER;
                case SIM -> CellEnd.SIM;
            };
        }
        return CellEnd.CANCELLED;
    }

    /** The next event; the disk is looked at while there is none. */
    private Optional<CellEvent> next(long deadline, DiskWatch disk) {
        while (true) {
            var event = next(Math.min(deadline, time.deadline(DiskWatch.INTERVAL)));
            if (event.isPresent() || time.nanos() >= deadline) {
                return event;
            }
            var over = disk.overLimit();
            if (over.isPresent()) {
                return Optional.of(new CellEvent.DiskLimit(over.get()));
            }
        }
    }

    private CellEnd exit(CellEvent.Exited exited) {
        return switch (exited.role()) {
            case SERVER ->
                exited.code() != UNSUPPORTED && clientFollows(exited.code() == 0 ? STORING_GRACE : CLIENT_GRACE)
                        ? CellEnd.CLIENT
                        : CellEnd.SERVER;
            case SIM -> {
                if (clientFollows(CLIENT_GRACE)) {
                    yield CellEnd.CLIENT;
                }
                fault = Optional.of(new Fault(Fault.Code.SIMULATOR_FAILED, simulatorEnded(exited.code())));
                yield CellEnd.SIM;
            }
            case CLIENT -> CellEnd.CLIENT;
        };
    }

    private String simulatorEnded(int code) {
        if (readyAt.isPresent()) {
            return "the simulator ended by itself with exit code " + code;
        }
        return code == WRONG_USE
                ? "the simulator refused its scenario, with exit code " + code
                : "the simulator gave up with exit code " + code
                        + " before the client could begin: see its output; did the server answer?";
    }

    private CellEnd neverReady(Duration startLimit) {
        fault = Optional.of(new Fault(
                Fault.Code.SIMULATOR_FAILED,
                "the simulator was not ready within " + startLimit.toSeconds() + " s: see its output"));
        return CellEnd.FAULT;
    }

    /** Whether the client ends within its grace, now that another container has. */
    private boolean clientFollows(Duration grace) {
        if (readyAt.isEmpty()) {
            return false;
        }
        var deadline = time.deadline(grace);
        for (var event = next(deadline); event.isPresent(); event = next(deadline)) {
            if (event.get() instanceof CellEvent.Exited exited && exited.role() == ContainerRole.CLIENT) {
                return true;
            }
            if (event.get() instanceof CellEvent.Cancelled || event.get() instanceof CellEvent.Failed) {
                return false;
            }
        }
        return false;
    }

    private Optional<CellEvent> next(long deadline) {
        try {
            return time.poll(events, deadline);
        } catch (InterruptedException e) {
            // Cells run in a thread of their own, which is interrupted only when the testbed is closed.
            cancelled = true;
            return Optional.of(new CellEvent.Cancelled());
        }
    }
}
