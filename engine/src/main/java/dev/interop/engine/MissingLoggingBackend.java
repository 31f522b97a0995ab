package dev.interop.engine;

/**
 * Keeps SLF4J, which the Docker client logs with, from printing that it has no backend. A project that adds only this
 * engine has none and needs none: messages for users are test results and notes.
 */
final class MissingLoggingBackend {
    private static final String VERBOSITY = "slf4j.internal.verbosity";
    private static final String BACKENDS = "META-INF/services/org.slf4j.spi.SLF4JServiceProvider";

    private MissingLoggingBackend() {}

    /** Has no effect if there is a backend, if the level is configured already, or if SLF4J is initialised already. */
    static void accept() {
        if (System.getProperty(VERBOSITY) == null && !hasBackend()) {
            System.setProperty(VERBOSITY, "ERROR");
        }
    }

    private static boolean hasBackend() {
        var context = Thread.currentThread().getContextClassLoader();
        return MissingLoggingBackend.class.getClassLoader().getResource(BACKENDS) != null
                || (context != null && context.getResource(BACKENDS) != null);
    }
}
