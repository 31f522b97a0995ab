package dev.interop.cli;

import dev.interop.report.MarkdownCard;
import dev.interop.report.Repetition;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a cell of an earlier run as Markdown, for an issue tracker. */
@Command(
        name = "card",
        description = "Print a cell of an earlier run as Markdown, for an issue tracker.",
        mixinStandardHelpOptions = true)
final class CardCommand implements Callable<Integer> {
    @Mixin
    private final RecordedCellArguments cell = new RecordedCellArguments();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(text(cell.find()));
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }

    /** The card of a cell, with a command that readers without the run's folder can use. */
    static String text(RecordedCell cell) {
        var command = cell.selection(Optional.empty()).stream()
                .map(CardCommand::word)
                .collect(Collectors.joining(" ", "./interop ", ""));
        Repetition anywhere = it -> command;
        return MarkdownCard.text(cell.result(), cell.others(), anywhere);
    }

    private static String word(String text) {
        return text.matches("[\\w.,:=/+@-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
