package dev.interop.cli;

import dev.interop.Printable;
import dev.interop.UserError;
import dev.interop.config.Settings;
import dev.interop.plan.Plan;
import dev.interop.reuse.Choice;
import dev.interop.run.MatrixRun;
import dev.interop.testbed.docker.Engine;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.ImageFacts;
import java.io.PrintWriter;

/** Which cells of a plan would run, by the images that are on this machine. */
final class PlannedChoice {
    private PlannedChoice() {}

    /**
     * The choice. The container engine is asked only where it depends on images; without its answer all cells would run,
     * which is told.
     *
     * @throws UserError when an earlier run is not there that the user names
     */
    static Choice of(Settings settings, Plan plan, PrintWriter err) {
        var memory = settings.history();
        if (memory.reuse().isEmpty() && memory.changedSince().isEmpty()) {
            return Choice.all(plan.cells());
        }
        Engine engine;
        try {
            engine = Engine.connect();
        } catch (UserError e) {
            return unknown(plan, e.getMessage(), err);
        }
        try (engine) {
            return MatrixRun.choice(
                    settings, plan, image -> engine.findImage(image).map(ImageFacts::id));
        } catch (EngineFailure e) {
            return unknown(plan, e.getMessage(), err);
        }
    }

    private static Choice unknown(Plan plan, String why, PrintWriter err) {
        err.println("interop: no cell counts as reused or unchanged, since images are not known: " + Printable.of(why));
        return Choice.all(plan.cells());
    }
}
