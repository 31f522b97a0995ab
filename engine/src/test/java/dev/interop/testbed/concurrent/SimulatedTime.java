package dev.interop.testbed.concurrent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Time that passes only where somebody waits: what was scheduled meanwhile happens then, in order, in the waiting thread.
 * With {@link #threads()}, everything happens in one thread, so that each test goes the same way each time. Safe for use
 * by several threads as long as none waits for another in simulated time.
 */
public final class SimulatedTime implements MonotonicTime {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private record Event(long at, long number, Runnable action) {}

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
    private final List<Runnable> busyBodies = new ArrayList<>();
    private long now;
    private long number;

    /** Does something so long after now. */
    public synchronized void after(Duration delay, Runnable action) {
        events.add(new Event(now + delay.toNanos(), number++, action));
    }

    /** Does something whenever somebody waits; it must not wait itself. */
    public synchronized void wheneverWaiting(Runnable action) {
        busyBodies.add(action);
    }

    /** How much time has passed. */
    public synchronized Duration passed() {
        return Duration.ofNanos(now);
    }

    @Override
    public synchronized long nanos() {
        return now;
    }

    @Override
    public void sleep(Duration duration) {
        waitFor(() -> false, deadline(duration));
    }

    @Override
    public <T> Optional<T> poll(BlockingQueue<T> queue, long deadline) {
        waitFor(() -> !queue.isEmpty(), deadline);
        return Optional.ofNullable(queue.poll());
    }

    @Override
    public <T> boolean offer(BlockingQueue<T> queue, T element, long deadline) {
        waitFor(() -> queue.remainingCapacity() > 0, deadline);
        return queue.offer(element);
    }

    /** Lets time pass until something is so, but not beyond the deadline; whether it is. */
    public synchronized boolean waitFor(BooleanSupplier condition, long deadline) {
        while (true) {
            List.copyOf(busyBodies).forEach(Runnable::run);
            if (condition.getAsBoolean()) {
                return true;
            }
            var next = events.peek();
            if (next == null || next.at() > deadline) {
                now = Math.max(now, deadline);
                return false;
            }
            events.remove();
            now = Math.max(now, next.at());
            next.action().run();
        }
    }

    /** The same time as a clock. */
    public Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return START.plusNanos(now);
            }
        };
    }

    /** Threads that are none: what is handed to them is done at once by whoever hands it over. */
    public static ExecutorService threads() {
        return new AbstractExecutorService() {
            private boolean shutDown;

            @Override
            public void execute(Runnable task) {
                task.run();
            }

            @Override
            public void shutdown() {
                shutDown = true;
            }

            @Override
            public List<Runnable> shutdownNow() {
                shutDown = true;
                return List.of();
            }

            @Override
            public boolean isShutdown() {
                return shutDown;
            }

            @Override
            public boolean isTerminated() {
                return shutDown;
            }

            @Override
            public boolean awaitTermination(long timeout, TimeUnit unit) {
                return shutDown;
            }
        };
    }
}
