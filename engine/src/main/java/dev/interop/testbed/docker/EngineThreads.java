package dev.interop.testbed.docker;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The threads that call the engine. The client library starts further threads from them, for streams, and lets these die of
 * an exception when the engine goes away. The end of the stream tells of that already, so such an exception is logged and not
 * printed with its stack trace.
 */
final class EngineThreads extends ThreadGroup {
    private static final System.Logger LOG = System.getLogger(EngineThreads.class.getName());

    private EngineThreads() {
        super("interop-engine");
    }

    /** A pool of such threads. */
    static ExecutorService pool() {
        var group = new EngineThreads();
        return Executors.newCachedThreadPool(task -> {
            var thread = new Thread(group, task, "interop-engine");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        if (thrown instanceof Exception) {
            LOG.log(System.Logger.Level.DEBUG, thread.getName() + " ended", thrown);
            return;
        }
        super.uncaughtException(thread, thrown);
    }
}
