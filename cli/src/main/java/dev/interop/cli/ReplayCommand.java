package dev.interop.cli;

import dev.interop.UserError;
import dev.interop.config.MatrixParameters;
import dev.interop.plan.Seeds;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.Protocols;
import dev.interop.protocol.RunMode;
import dev.interop.protocol.Scenario;
import dev.interop.recording.NetworkDecisions;
import dev.interop.report.CellsJsonl;
import dev.interop.result.CellResult;
import dev.interop.storage.EarlierRuns;
import dev.interop.storage.RunFolder;
import dev.interop.storage.RunInputs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    @Parameters(
            paramLabel = "CELL",
            description = "The cell, such as quic/nginx_kwik/transfer, as its failure shows it.")
    private String cell;

    @Option(
            names = "--in",
            paramLabel = "DIR",
            description = "The earlier run (default: the newest below target/interop).")
    private Path in;

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
        var earlier = in == null ? EarlierRuns.newest(Path.of("target", "interop")) : in;
        var result = CellsJsonl.read(earlier.resolve(RunFolder.CELLS)).stream()
                .filter(it -> it.id().equals(cell))
                .findFirst()
                .orElseThrow(() -> new UserError("%s: no cell '%s' in this run; its cells are in %s"
                        .formatted(earlier, cell, earlier.resolve(RunFolder.CELLS))));
        var other = otherScenario(result, earlier);
        var arguments = new ArrayList<>(options(result, EarlierRuns.inputs(earlier), other));
        arguments.addAll(further);
        return spec.parent().commandLine().execute(arguments.toArray(String[]::new));
    }

    /** The simulator's scenario in place of the recorded one. */
    private Optional<String> otherScenario(CellResult result, Path earlier) {
        var given = network.value(MatrixParameters.SCENARIO);
        if (!decided) {
            return given;
        }
        if (given.isPresent()) {
            throw new UserError("--scenario and --decided each name a network; give one of them");
        }
        var folder = earlier.resolve(result.logs());
        return Optional.of(NetworkDecisions.of(folder)
                .orElseThrow(() -> new UserError(folder + ": its simulator wrote no decisions; replay by the seed"))
                .asScenario(new Scenario(result.scenario()).link()));
    }

    /** The parameters of the mode that the cell ran in, where that is not the protocol's usual one. */
    private static List<String> mode(CellResult cell, Protocol protocol, Optional<String> other) {
        var options = new ArrayList<String>();
        var test = protocol.testCase(cell.test());
        if (protocol.testCases().stream().noneMatch(it -> it.name().equals(cell.test()))) {
            modeWith(cell.test(), protocol).ifPresent(it -> options.add("-P" + it));
        }
        var scenario = other.orElse(cell.scenario());
        if (!scenario.isEmpty() && !test.flatMap(protocol::scenario).equals(Optional.of(scenario))) {
            options.add("-P" + MatrixParameters.SCENARIO.key() + "=" + scenario);
        }
        return options;
    }

    /** The parameter of a mode that lists this test case, as {@code KEY=VALUE}. */
    static Optional<String> modeWith(String test, Protocol protocol) {
        return protocol.parameters().stream()
                .flatMap(it -> it.values().stream().map(value -> Map.of(it.key(), value)))
                .filter(it -> protocol.as(new RunMode(Optional.empty(), it)).testCases().stream()
                        .anyMatch(listed -> listed.name().equals(test)))
                .flatMap(it -> it.entrySet().stream())
                .map(it -> it.getKey() + "=" + it.getValue())
                .findFirst();
    }

    private static List<String> options(CellResult cell, RunInputs inputs, Optional<String> other) {
        var options = new ArrayList<>(List.of(
                "run",
                "--protocol",
                cell.protocol(),
                "--clients",
                cell.client(),
                "--servers",
                cell.server(),
                "--tests",
                cell.test(),
                "--seed",
                Seeds.format(inputs.seed()),
                "--cell",
                cell.id()));
        cell.route().version().ifPresent(it -> options.addAll(List.of("--draft", it.name())));
        options.addAll(mode(cell, Protocols.installed().named(cell.protocol()), other));
        inputs.registries().stream().filter(Files::notExists).findFirst().ifPresent(it -> {
            throw new UserError(it + ": the registry of that run is gone; put it back, or run the cell with"
                    + " ./interop run --registry FILE --seed " + Seeds.format(inputs.seed()));
        });
        if (!inputs.registries().isEmpty()) {
            options.add("--registry");
            options.add(inputs.registries().stream().map(Path::toString).collect(Collectors.joining(",")));
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
