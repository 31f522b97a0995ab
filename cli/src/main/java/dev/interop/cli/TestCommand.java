package dev.interop.cli;

import dev.interop.UserError;
import dev.interop.run.Matrix;
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

/** Builds missing images and runs every test of the project except those that need long builds. */
@Command(
        name = "test",
        description = "Build missing images and run every test of the project except those that need long builds.",
        modelTransformer = ParameterOptionsModel.class,
        mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {
    /** The examples' checks, which need the artifacts of the preceding build. */
    private static final List<String> EXAMPLES =
            List.of(Path.of("examples", "check.sh").toAbsolutePath().toString());

    @Mixin
    private final ParameterOptions options = ParameterOptions.of();

    @Parameters(
            arity = "0..*",
            paramLabel = "MAVEN-ARGUMENT",
            description = "Arguments for Maven (after --); with these, the checks of examples/check.sh are left out.")
    private List<String> further = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ProductHome.current().requireCheckout("test");
        var settings = options.settings();
        options.images(spec.commandLine().getOut(), settings)
                .ofTests(Matrix.registry(settings), Path.of("engine", "src", "test", "images"));
        var command = new ArrayList<>(
                List.of("mvn", "-B", "-Dinterop.test.excluded=long", "-Dinterop.tap.fuzz.seconds=30", "verify"));
        command.addAll(further);
        var passed = passes(command) && (!further.isEmpty() || passes(EXAMPLES));
        return passed ? ExitCode.OK : ExitCode.FAILED;
    }

    private static boolean passes(List<String> command) {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (IOException e) {
            throw new UserError(command.get(0) + " cannot be started (" + e.getMessage() + "); run ./interop doctor", e)
                    .ofEnvironment();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
