package dev.interop.engine;

import dev.interop.listener.RunListener;

/** Logs a run's notes at once: build tools and IDEs show its report entries late or not at all. */
final class LoggedNotes implements RunListener {
    private static final System.Logger LOG = System.getLogger("dev.interop");

    @Override
    public void note(String line) {
        LOG.log(System.Logger.Level.INFO, line);
    }
}
