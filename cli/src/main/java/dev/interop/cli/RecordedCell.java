package dev.interop.cli;

import dev.interop.UserError;
import dev.interop.config.MatrixParameters;
import dev.interop.plan.Seeds;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.Protocols;
import dev.interop.protocol.RunMode;
import dev.interop.report.CellsJsonl;
import dev.interop.result.CellResult;
import dev.interop.storage.EarlierRuns;
import dev.interop.storage.RunFolder;
import dev.interop.storage.RunInputs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cell of an earlier run.
 *
 * @param run the run's folder
 * @param result the cell's result
 * @param others all results of the run
 */
record RecordedCell(Path run, CellResult result, List<CellResult> others) {
    RecordedCell {
        others = List.copyOf(others);
    }

    /**
     * Finds a cell.
     *
     * @param run the run's folder
     * @throws UserError when there is no such run, or no such cell in it
     */
    static RecordedCell find(String id, Path run) {
        var cells = CellsJsonl.read(run.resolve(RunFolder.CELLS));
        return cells.stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .map(it -> new RecordedCell(run, it, cells))
                .orElseThrow(() -> new UserError("%s: no cell '%s' in this run; its cells are in %s"
                        .formatted(run, id, run.resolve(RunFolder.CELLS))));
    }

    /** The inputs of its run. */
    RunInputs inputs() {
        return EarlierRuns.inputs(run);
    }

    /** The folder of its recording. */
    Path folder() {
        return run.resolve(result.logs());
    }

    /**
     * The options of {@code run} that select it, with the run's seed, wherever the registry has its implementations.
     *
     * @param scenario another network than the recorded one, if there is one
     */
    List<String> selection(Optional<String> scenario) {
        var options = new ArrayList<>(List.of(
                "run",
                "--protocol",
                result.protocol(),
                "--clients",
                result.client(),
                "--servers",
                result.server(),
                "--tests",
                result.test(),
                "--seed",
                Seeds.format(inputs().seed())));
        result.route().version().ifPresent(it -> options.addAll(List.of("--draft", it.name())));
        options.addAll(mode(Protocols.installed().named(result.protocol()), scenario));
        return options;
    }

    /** The parameters of the mode that the cell ran in, where that is not the protocol's usual one. */
    private List<String> mode(Protocol protocol, Optional<String> other) {
        var options = new ArrayList<String>();
        var test = protocol.testCase(result.test());
        if (protocol.testCases().stream().noneMatch(it -> it.name().equals(result.test()))) {
            modeWith(result.test(), protocol).ifPresent(it -> options.add("-P" + it));
        }
        var scenario = other.orElse(result.scenario());
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
}
