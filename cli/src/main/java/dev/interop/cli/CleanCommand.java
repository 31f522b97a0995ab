package dev.interop.cli;

import dev.interop.UserError;
import dev.interop.testbed.cleanup.Removal;
import dev.interop.testbed.docker.Engine;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Removes what runs left behind. */
@Command(
        name = "clean",
        description = "Remove containers, networks and volumes that runs left behind which were killed.",
        mixinStandardHelpOptions = true)
final class CleanCommand implements Callable<Integer> {
    @Option(names = "--all", description = "Also those of runs that go on, on this engine.")
    private boolean all;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (var engine = Engine.connect()) {
            var removal = new Removal(engine);
            var removed = all ? removal.all() : removal.dead();
            spec.commandLine().getOut().printf("%s removed%n", removed);
            return ExitCode.OK;
        } catch (UserError e) {
            throw e.ofEnvironment();
        }
    }
}
