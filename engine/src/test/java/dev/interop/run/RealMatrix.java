package dev.interop.run;

import dev.interop.config.ExecutionParameters;
import dev.interop.config.MatrixParameters;
import dev.interop.config.OutputParameters;
import dev.interop.config.Settings;
import dev.interop.plan.Cell;
import dev.interop.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs selected cells of its own registry in real containers, and holds their verdicts. */
final class RealMatrix {
    /** The limit of each container's stored output. */
    static final long LOG_MIB = 1;

    private final String protocol;
    private final Path folder;
    private final List<String> entries = new ArrayList<>();
    private final Set<String> selected = new HashSet<>();
    private final Map<String, RealRun.Ended> ends = new HashMap<>();
    private int lanes = 2;

    /** Creates a matrix of the protocol QUIC. */
    RealMatrix(Path folder) {
        this("quic", folder);
    }

    RealMatrix(String protocol, Path folder) {
        this.protocol = protocol;
        this.folder = folder;
    }

    /** Registers an image under a name, in both roles. */
    RealMatrix with(String name, String image) {
        return with(name, image, "");
    }

    /** Registers the faulty image once for each fault. */
    RealMatrix withFaults(String... faults) {
        return withFaultsOf("localhost/interop/faulty:local", faults);
    }

    /** Registers this faulty image once for each fault. */
    RealMatrix withFaultsOf(String image, String... faults) {
        for (var fault : faults) {
            with(fault, image, fault);
        }
        return this;
    }

    /** Selects cells: {@code SERVER_CLIENT/TEST}. */
    RealMatrix cells(String... cells) {
        selected.addAll(List.of(cells));
        return this;
    }

    /** Runs the cells one after the other in one lane, in the order of the entries. */
    RealMatrix inOneLane() {
        lanes = 1;
        return this;
    }

    /** Runs the selected cells, with or without the compliance probe. */
    RealMatrix run(boolean probe) {
        var registry = registry();
        ends.putAll(new RealRun(folder, out -> settings(registry, out, probe), List.of())
                .of(it -> selected.contains(name(it))));
        return this;
    }

    private Settings settings(Path registry, Path out, boolean probe) {
        var parameters = Map.of(
                MatrixParameters.PROTOCOL, protocol,
                MatrixParameters.TESTS, "all",
                MatrixParameters.REGISTRY, registry.toString(),
                OutputParameters.OUT, out.toString(),
                ExecutionParameters.CACHE, folder.resolve("cache").toString(),
                ExecutionParameters.PROBE, Boolean.toString(probe),
                ExecutionParameters.LANES, Integer.toString(lanes),
                ExecutionParameters.LOG, Long.toString(LOG_MIB),
                ExecutionParameters.SEED, "42");
        return Settings.read(parameter -> Optional.ofNullable(parameters.get(parameter)));
    }

    /** The verdict on a cell, but aborts the test if the machine was too busy for the cell, which then shows nothing. */
    Verdict verdict(String cell) {
        return RealRun.unlessOverloaded(verdictHoweverBusy(cell));
    }

    /** The verdict on a cell, also if the machine was too busy for it. */
    Verdict verdictHoweverBusy(String cell) {
        return end(cell).result().verdict();
    }

    /** The folder of a cell's recording. */
    Path logs(String cell) {
        return end(cell).out().resolve(end(cell).result().logs());
    }

    private RealRun.Ended end(String cell) {
        return Optional.ofNullable(ends.get(protocol + "/" + cell)).orElseThrow();
    }

    private RealMatrix with(String name, String image, String fault) {
        entries.add("""
                "%s": {"%s": {"roles": ["client", "server"], "image": "%s", "env": {"FAULT": "%s"}}}""".formatted(name, protocol, image, fault));
        return this;
    }

    private Path registry() {
        try {
            return Files.writeString(
                    folder.resolve("registry.json"),
                    "{\"version\": \"2.0\", \"implementations\": {" + String.join(",\n", entries) + "}}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Cell cell) {
        return cell.id().substring(cell.id().indexOf('/') + 1);
    }
}
