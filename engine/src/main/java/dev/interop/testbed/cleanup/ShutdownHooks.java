package dev.interop.testbed.cleanup;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The threads that run when the process is terminated; see {@link Runtime#addShutdownHook}. */
@API(status = Status.INTERNAL)
public interface ShutdownHooks {
    /** The hooks of the Java machine. */
    ShutdownHooks RUNTIME = new ShutdownHooks() {
        @Override
        public void add(Thread hook) {
            Runtime.getRuntime().addShutdownHook(hook);
        }

        @Override
        public void remove(Thread hook) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    };

    /**
     * @throws IllegalStateException when the process is being terminated
     */
    void add(Thread hook);

    /**
     * @throws IllegalStateException when the process is being terminated
     */
    void remove(Thread hook);
}
