package dev.interop.cli;

import dev.interop.Printable;
import dev.interop.UserError;
import dev.interop.cli.site.MergedRun;
import dev.interop.cli.site.StoredRun;
import dev.interop.config.ExpectationFiles;
import dev.interop.config.GateParameters;
import dev.interop.config.MatrixParameters;
import dev.interop.config.RegistryFiles;
import dev.interop.config.Settings;
import dev.interop.expectation.CellReleases;
import dev.interop.expectation.ExpectationKind;
import dev.interop.expectation.ExpectationState;
import dev.interop.expectation.Expectations;
import dev.interop.expectation.ExpectationsUpdate;
import dev.interop.expectation.FoundCell;
import dev.interop.expectation.SeenCell;
import dev.interop.registry.Implementation;
import dev.interop.registry.Registry;
import dev.interop.report.FailureCard;
import dev.interop.result.CellResult;
import dev.interop.result.CellStatus;
import dev.interop.run.Matrix;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings the file of known failing and known flaky cells up to date with a run. */
@Command(
        name = "expectations",
        description = "Write the cells of a run that fail into the file of known failing cells, and take out of it"
                + " those that pass.",
        modelTransformer = ParameterOptionsModel.class,
        mixinStandardHelpOptions = true)
final class ExpectationsCommand implements Callable<Integer> {
    private enum Action {
        update
    }

    @Parameters(description = "What to do: ${COMPLETION-CANDIDATES}.")
    private Action action;

    @Option(
            names = "--in",
            paramLabel = "DIR",
            description = "The folder of a run, with all that the same build wrote beside it; 'last' (the default): the"
                    + " newest below target/interop.")
    private Optional<String> in = Optional.empty();

    @Option(names = "--dry-run", description = "Say what would change, and change nothing.")
    private boolean dryRun;

    @Mixin
    private final ParameterOptions options = ParameterOptions.withoutBuilds(
            MatrixParameters.REGISTRY, MatrixParameters.EXTRA, GateParameters.EXPECTATIONS);

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var settings = options.settings();
        var files = files(settings);
        var registry = registry(settings);
        var cells = MergedRun.of(StoredRun.ofBuild(NamedRun.folder(in))).results().stream()
                .map(it -> found(it, registry))
                .toList();
        var known = new ArrayList<Path>();
        for (var file : files) {
            var update = ExpectationsUpdate.of(file, Expectations.read(known), addable(known, cells), today());
            if (dryRun) {
                update.check();
            } else {
                update.write();
            }
            print(spec.commandLine().getOut(), update);
            known.add(file);
        }
        return ExitCode.OK;
    }

    /** New entries go into the first file only. */
    private static List<FoundCell> addable(List<Path> known, List<FoundCell> cells) {
        return known.isEmpty()
                ? cells
                : cells.stream()
                        .map(it -> new FoundCell(it.seen(), Optional.empty(), it.reason()))
                        .toList();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    /** The files, or the one that is made beside the registry. */
    private static List<Path> files(Settings settings) {
        if (ExpectationFiles.isNone(settings.gate().expectations())) {
            throw new UserError("%s none: there is no file to update; name one"
                    .formatted(
                            GateParameters.EXPECTATIONS.option().orElseThrow().name()));
        }
        var given = settings.gate().expectations().filter(it -> it.size() == 1);
        if (given.isPresent()) {
            return given.get();
        }
        var found = Matrix.expectations(settings);
        var registries = RegistryFiles.find(settings.registries().files(), Path.of(""), settings.caller());
        return found.isEmpty() ? List.of(registries.get(0).resolveSibling(ExpectationFiles.NAME)) : found;
    }

    /** The registry, whose versions count like in a run; empty where the user names the file alone. */
    private static Optional<Registry> registry(Settings settings) {
        var isNamed = !settings.registries().files().isEmpty();
        return isNamed || RegistryFiles.nearest(Path.of("")).isPresent()
                ? Optional.of(Matrix.registry(settings))
                : Optional.empty();
    }

    private static FoundCell found(CellResult cell, Optional<Registry> registry) {
        var seen = new SeenCell(
                cell.cell(),
                CellReleases.of(cell.cell(), cell.containers())
                        .or(version(registry, cell, cell.client()), version(registry, cell, cell.server())),
                cell.verdict().outcome(),
                parts(cell),
                cell.status() == CellStatus.KNOWN && !parts(cell).isEmpty(),
                !cell.logs().isEmpty());
        return new FoundCell(seen, kind(cell), FailureCard.reason(cell));
    }

    private static Optional<String> version(Optional<Registry> registry, CellResult cell, String name) {
        return registry.flatMap(it -> it.find(cell.protocol(), name)).flatMap(Implementation::version);
    }

    /** What the client reported; runs of earlier versions have only that of it which was expected. */
    private static List<SeenCell.Part> parts(CellResult cell) {
        return !cell.reported().isEmpty()
                ? cell.reported()
                : cell.expected().stream()
                        .filter(it -> !it.ofCell() && it.state() != ExpectationState.EXPIRED)
                        .map(it -> new SeenCell.Part(it.part(), it.state() == ExpectationState.STALE))
                        .toList();
    }

    private static Optional<ExpectationKind> kind(CellResult cell) {
        return switch (cell.status()) {
            case FAILED -> Optional.of(ExpectationKind.FAILING);
            case FLAKY -> Optional.of(ExpectationKind.FLAKY);
            default -> Optional.empty();
        };
    }

    private void print(PrintWriter out, ExpectationsUpdate update) {
        update.removed()
                .forEach(it -> out.println(
                        "Removed  " + it.place() + "  (" + it.place().lines() + "): its cells pass"));
        update.added()
                .forEach(it -> out.println("Added    " + it.kind().orElseThrow().words() + "  "
                        + it.seen().cell().id() + ": " + Printable.of(it.reason())));
        update.kept().forEach(it -> out.println("Kept     " + Printable.of(it)));
        out.println((dryRun ? "Unwritten" : "File    ") + " " + update.file() + ": "
                + update.added().size() + " added, " + update.removed().size() + " removed");
        out.flush();
    }
}
