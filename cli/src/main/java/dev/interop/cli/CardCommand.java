package dev.interop.cli;

import dev.interop.config.HistoryParameters;
import dev.interop.config.MatrixParameters;
import dev.interop.recording.ContainerRole;
import dev.interop.report.FailureCard;
import dev.interop.report.MarkdownCard;
import dev.interop.report.Repetition;
import dev.interop.result.CellResult;
import dev.interop.run.PastFailures;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a cell of an earlier run as Markdown, for an issue tracker. */
@Command(
        name = "card",
        description = "Print a cell of an earlier run as Markdown, for an issue tracker.",
        modelTransformer = ParameterOptionsModel.class,
        mixinStandardHelpOptions = true)
final class CardCommand implements Callable<Integer> {
    @Mixin
    private final RecordedCellArguments cell = new RecordedCellArguments();

    @Mixin
    private final ParameterOptions options = ParameterOptions.withoutBuilds(HistoryParameters.HISTORY);

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var found = cell.find();
        // The history of the run's registry, wherever the command is called.
        var registries = found.inputs().registries();
        if (!registries.isEmpty()) {
            options.putIfAbsent(
                    MatrixParameters.REGISTRY,
                    registries.stream().map(Path::toString).collect(Collectors.joining(",")));
        }
        var past = PastFailures.of(options.settings()).of(found.result(), found.run());
        spec.commandLine()
                .getOut()
                .print(MarkdownCard.text(found.result(), card(found).withPast(past)));
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }

    /** The card of a cell, with a command that readers without the run's folder can use. */
    static String text(RecordedCell cell) {
        return MarkdownCard.text(cell.result(), card(cell));
    }

    private static FailureCard card(RecordedCell cell) {
        var command = Stream.concat(cell.selection(Optional.empty()).stream(), mounts(cell.result()))
                .map(CardCommand::word)
                .collect(Collectors.joining(" ", "./interop ", ""));
        Repetition anywhere = it -> command;
        return FailureCard.of(cell.result(), cell.others(), anywhere);
    }

    /** The mounts of a cell, with {@code FILE} for each file: readers have it elsewhere, and a run refuses the word. */
    private static Stream<String> mounts(CellResult result) {
        return Stream.of(ContainerRole.CLIENT, ContainerRole.SERVER)
                .flatMap(role -> Optional.ofNullable(result.containers().get(role)).stream()
                        .flatMap(it -> it.mounted().stream())
                        .map(it -> "%s=FILE:%s"
                                .formatted(
                                        role == ContainerRole.CLIENT ? result.client() : result.server(), it.path())))
                .distinct()
                .flatMap(it -> Stream.of("--mount", it));
    }

    /** A word of a command, for a shell. */
    static String word(String text) {
        return text.matches("[\\w.,:=/+@-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
