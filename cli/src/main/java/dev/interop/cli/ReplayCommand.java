package dev.interop.cli;

import dev.interop.UserError;
import dev.interop.config.MatrixParameters;
import dev.interop.plan.Seeds;
import dev.interop.protocol.Scenario;
import dev.interop.recording.NetworkDecisions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one cell of an earlier run again, with that run's seed, registries and replacements. */
@Command(
        name = "replay",
        description = "Run one cell of an earlier run again, with the same seed, registry and replaced images.",
        modelTransformer = ParameterOptionsModel.class,
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    @Mixin
    private final RecordedCellArguments cell = new RecordedCellArguments();

    @Mixin
    private final ParameterOptions network = ParameterOptions.withoutBuilds(MatrixParameters.SCENARIO);

    @Option(
            names = "--decided",
            description = "Repeat what the simulator decided about each packet as a list, not by the seed.")
    private boolean decided;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "OPTION",
            description = "Further options of the run command (after --).")
    private List<String> further = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var earlier = cell.find();
        var arguments = new ArrayList<>(options(earlier, otherScenario(earlier)));
        arguments.addAll(further);
        return spec.parent().commandLine().execute(arguments.toArray(String[]::new));
    }

    /** The simulator's scenario in place of the recorded one. */
    private Optional<String> otherScenario(RecordedCell earlier) {
        var given = network.value(MatrixParameters.SCENARIO);
        if (!decided) {
            return given;
        }
        if (given.isPresent()) {
            throw new UserError("--scenario and --decided each name a network; give one of them");
        }
        var folder = earlier.folder();
        return Optional.of(NetworkDecisions.of(folder)
                .orElseThrow(() -> new UserError(folder + ": its simulator wrote no decisions; replay by the seed"))
                .asScenario(new Scenario(earlier.result().scenario()).link()));
    }

    private static List<String> options(RecordedCell cell, Optional<String> other) {
        var inputs = cell.inputs();
        var options = new ArrayList<>(cell.selection(other));
        options.addAll(List.of("--cell", cell.result().id()));
        inputs.registries().stream().filter(Files::notExists).findFirst().ifPresent(it -> {
            throw new UserError(it + ": the registry of that run is gone; put it back, or run the cell with"
                    + " ./interop run --registry FILE --seed " + Seeds.format(inputs.seed()));
        });
        if (!inputs.registries().isEmpty()) {
            options.add("--registry");
            options.add(inputs.registries().stream().map(Path::toString).collect(Collectors.joining(",")));
        }
        if (!inputs.extra().isEmpty()) {
            options.add("--registry-extra");
            options.add(inputs.extra().stream().map(Path::toString).collect(Collectors.joining(",")));
        }
        inputs.replacements().forEach((name, image) -> {
            options.add("--replace");
            options.add(name + "=" + image);
        });
        inputs.mounts().forEach(it -> {
            options.add(MatrixParameters.MOUNT.option().orElseThrow().name());
            options.add(it.text());
        });
        return options;
    }
}
