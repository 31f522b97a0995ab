package dev.interop.engine;

import dev.interop.listener.RunListener;

/** Logs what people should know while they wait: build tools and IDEs show a run's report entries late or not at all. */
final class LoggedNotes implements RunListener {
    private static final System.Logger LOG = System.getLogger("dev.interop");

    @Override
    public void note(String line) {
        LOG.log(System.Logger.Level.INFO, line);
    }
}
