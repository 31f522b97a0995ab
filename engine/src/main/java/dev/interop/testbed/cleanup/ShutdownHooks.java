package dev.interop.testbed.cleanup;

/** The threads that run when the process has been asked to end; see {@link Runtime#addShutdownHook}. */
public interface ShutdownHooks {
    /** Those of the Java machine. */
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
     * @throws IllegalStateException when the process has been asked to end
     */
    void add(Thread hook);

    /**
     * @throws IllegalStateException when the process has been asked to end
     */
    void remove(Thread hook);
}
