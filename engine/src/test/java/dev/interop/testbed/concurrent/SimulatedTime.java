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
 * Time that passes only while a thread waits. Actions scheduled meanwhile run then, in order, in the waiting thread.
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

    /** Schedules an action after a delay. */
    public synchronized void after(Duration delay, Runnable action) {
        events.add(new Event(now + delay.toNanos(), number++, action));
    }

    /** Runs an action whenever a thread waits. The action must not wait itself. */
    public synchronized void wheneverWaiting(Runnable action) {
        busyBodies.add(action);
    }

    /** The time that has passed. */
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

    /** Lets time pass until a condition holds, but not beyond the deadline; returns whether it holds. */
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

    /** This time as a clock. */
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

    /** An executor without threads: the submitting thread runs each task at once. */
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
