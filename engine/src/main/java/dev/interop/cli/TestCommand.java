package dev.interop.cli;

import dev.interop.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Builds what is missing and runs every test of the project. */
@Command(
        name = "test",
        description = "Build what is missing and run every test of the project.",
        mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {
    @Mixin
    private ImageOptions build;

    @Parameters(arity = "0..*", paramLabel = "MAVEN-ARGUMENT", description = "Handed on to Maven (after --).")
    private List<String> further = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        build.images(spec.commandLine().getOut()).all(Path.of("engine", "src", "test", "images"));
        var command = new ArrayList<>(
                List.of("mvn", "-B", "-Dinterop.test.excluded=", "-Dinterop.tap.fuzz.seconds=60", "verify"));
        command.addAll(further);
        try {
            var code = new ProcessBuilder(command).inheritIO().start().waitFor();
            return code == 0 ? ExitCode.OK : ExitCode.FAILED;
        } catch (IOException e) {
            throw new UserError("Maven cannot be started (" + e.getMessage() + "); run ./interop doctor", e)
                    .ofEnvironment();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.HARNESS;
        }
    }
}
