package dev.interop.engine;

import dev.interop.Printable;
import dev.interop.listener.RunListener;
import dev.interop.plan.Plan;
import dev.interop.plan.Seeds;
import java.nio.file.Path;

/** Logs a run's folder, seed and notes at once: build tools and IDEs show its report entries late or not at all. */
final class LoggedNotes implements RunListener {
    private static final System.Logger LOG = System.getLogger("dev.interop");

    @Override
    public void runStarted(Plan plan, Path folder) {
        LOG.log(
                System.Logger.Level.INFO,
                "Results {0}, seed {1}",
                folder.toAbsolutePath().normalize(),
                Seeds.format(plan.seed()));
    }

    @Override
    public void note(String line) {
        LOG.log(System.Logger.Level.INFO, Printable.of(line));
    }
}
