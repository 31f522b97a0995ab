package dev.interop.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Builds images whose inputs have changed, or from given sources. */
@Command(
        name = "build",
        description = "Build images below builds/ and adapters/ whose inputs have changed (default: all that are not"
                + " made from sources; those are built when they are named, each time).",
        modelTransformer = ParameterOptionsModel.class,
        mixinStandardHelpOptions = true)
final class BuildCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description = "Builds, by the name in their config.json, or by their folder.")
    private List<String> names = List.of();

    @Mixin
    private SourceOptions sources;

    @Mixin
    private final ParameterOptions options = ParameterOptions.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var setup = options.images(spec.commandLine().getOut(), options.settings());
        if (sources.areGiven()) {
            setup.fromSource(sources.only(names), sources.target(), sources.choice());
        } else if (names.isEmpty()) {
            setup.all();
        } else {
            setup.named(names);
        }
        return ExitCode.OK;
    }
}
