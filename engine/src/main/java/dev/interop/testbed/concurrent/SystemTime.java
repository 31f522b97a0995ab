package dev.interop.testbed.concurrent;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** The time of the Java machine. */
final class SystemTime implements MonotonicTime {
    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    }

    @Override
    public <T> Optional<T> poll(BlockingQueue<T> queue, long deadline) throws InterruptedException {
        return Optional.ofNullable(queue.poll(deadline - nanos(), TimeUnit.NANOSECONDS));
    }

    @Override
    public <T> boolean offer(BlockingQueue<T> queue, T element, long deadline) throws InterruptedException {
        return queue.offer(element, deadline - nanos(), TimeUnit.NANOSECONDS);
    }
}
