package dev.interop.testbed.concurrent;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Time that no clock change moves, and waiting by it; tests have one that they control. */
@API(status = Status.INTERNAL)
public interface MonotonicTime {
    /** The system's. */
    MonotonicTime SYSTEM = new SystemTime();

    /** Nanoseconds since some moment. */
    long nanos();

    /** When this limit is over, in the unit of {@link #nanos()}. */
    default long deadline(Duration limit) {
        return nanos() + limit.toNanos();
    }

    /** Waits. */
    void sleep(Duration duration) throws InterruptedException;

    /** The queue's next element, as soon as there is one; empty when there is none until the deadline. */
    <T> Optional<T> poll(BlockingQueue<T> queue, long deadline) throws InterruptedException;

    /** Adds an element to the queue, as soon as there is room; false when there is none until the deadline. */
    <T> boolean offer(BlockingQueue<T> queue, T element, long deadline) throws InterruptedException;
}
