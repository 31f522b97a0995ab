package dev.interop.testbed.concurrent;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Time that does not follow changes of the clock, and waiting by it. Tests have one that they control. */
@API(status = Status.INTERNAL)
public interface MonotonicTime {
    /** The time of the system. */
    MonotonicTime SYSTEM = new SystemTime();

    /** Nanoseconds since some moment. */
    long nanos();

    /** The moment when this limit is over, in the unit of {@link #nanos()}. */
    default long deadline(Duration limit) {
        return nanos() + limit.toNanos();
    }

    /** Waits. */
    void sleep(Duration duration) throws InterruptedException;

    /** Waits for the queue's next element; empty if there is none until the deadline. */
    <T> Optional<T> poll(BlockingQueue<T> queue, long deadline) throws InterruptedException;

    /** Waits for room and adds an element to the queue; false if there is no room until the deadline. */
    <T> boolean offer(BlockingQueue<T> queue, T element, long deadline) throws InterruptedException;
}
