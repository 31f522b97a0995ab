package dev.interop.cli;

import dev.interop.UserError;
import dev.interop.testbed.docker.Engine;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Tells the script where the container engine is, so that both look in the same places. It ends with 2 if the user names one
 * that does not answer, and with 3 if there is none, so that the script may start one.
 */
@Command(name = "engine", description = "Print the address of the container engine.", hidden = true)
final class EngineCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (var engine = Engine.connect()) {
            spec.commandLine().getOut().println(engine.facts().host().address());
            return ExitCode.OK;
        } catch (UserError e) {
            spec.commandLine().getErr().println("interop: " + e.getMessage());
            return isNamed() ? ExitCode.USAGE : ExitCode.HARNESS;
        }
    }

    private static boolean isNamed() {
        try {
            return Engine.isNamed();
        } catch (UserError wrongName) {
            return true;
        }
    }
}
