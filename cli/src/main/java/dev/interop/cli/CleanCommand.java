package dev.interop.cli;

import dev.interop.UserError;
import dev.interop.testbed.cleanup.Removal;
import dev.interop.testbed.cleanup.Removal.Removed;
import dev.interop.testbed.docker.Engine;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Removes the leftovers of killed runs. */
@Command(
        name = "clean",
        description = "Remove the containers, networks and volumes of killed runs.",
        mixinStandardHelpOptions = true)
final class CleanCommand implements Callable<Integer> {
    @Option(
            names = "--all",
            description = "Also those of runs that are still active on this container engine, and all that is kept.")
    private boolean all;

    @Option(
            names = "--kept",
            description = "Also the containers that ended runs of this checkout or project have kept (run --keep).")
    private boolean kept;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (var engine = Engine.connect()) {
            var removal = new Removal(engine);
            var removed = removed(removal);
            var out = spec.commandLine().getOut();
            out.printf("%s removed%n", removed);
            var left = removal.keptContainers();
            if (!left.isEmpty()) {
                out.printf(
                        "%s kept containers stay: %s; --kept removes those of runs of this checkout or project, --all everything%n",
                        left.size(), String.join(", ", left));
            }
            if (!removed.failures().isEmpty()) {
                throw new UserError("%d could not be removed: %s; call ./interop clean again once the cause is gone"
                        .formatted(removed.failures().size(), removed.failures().get(0)));
            }
            return ExitCode.OK;
        } catch (UserError e) {
            throw e.ofEnvironment();
        }
    }

    private Removed removed(Removal removal) {
        if (all) {
            return removal.all();
        }
        return kept ? removal.kept() : removal.dead();
    }
}
