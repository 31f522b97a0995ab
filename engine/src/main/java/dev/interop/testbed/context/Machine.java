package dev.interop.testbed.context;

import dev.interop.testbed.cleanup.ShutdownHooks;
import dev.interop.testbed.concurrent.MonotonicTime;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The parts of this machine that a testbed uses.
 *
 * @param time for durations and limits
 * @param clock for moments that are compared with captures
 * @param threads for concurrent work
 * @param disk for the output of containers
 * @param hooks for the termination of the process
 */
@API(status = Status.INTERNAL)
public record Machine(MonotonicTime time, Clock clock, ExecutorService threads, OutputDisk disk, ShutdownHooks hooks) {
    /** The real machine, with threads that do not keep the process alive. */
    public static Machine system() {
        var threads = Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "interop-testbed");
            thread.setDaemon(true);
            return thread;
        });
        return new Machine(
                MonotonicTime.SYSTEM, Clock.systemUTC(), threads, OutputDisk.files(threads), ShutdownHooks.RUNTIME);
    }
}
