package dev.interop.cli;

import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The commands behind {@code interop}. */
final class Subcommands {
    /** In the order of the help. */
    private static final List<Class<?>> ALL = List.of(
            RunCommand.class,
            PlanCommand.class,
            ReplayCommand.class,
            ArchiveCommand.class,
            CardCommand.class,
            ListCommand.class,
            CheckCommand.class,
            JudgeCommand.class,
            MergeCommand.class,
            ReportCommand.class,
            DiffCommand.class,
            ExpectationsCommand.class,
            HistoryCommand.class,
            BenchCommand.class,
            BisectCommand.class,
            BuildCommand.class,
            TestCommand.class,
            DoctorCommand.class,
            CleanCommand.class,
            EngineCommand.class,
            CompletionCommand.class,
            HelpCommand.class);

    /** Commands that describe or start others. */
    private static final Set<String> WITH_OTHERS = Set.of("help", "completion", "replay");

    private Subcommands() {}

    /**
     * Adds the command that the first argument names; all if it names none, or one that needs others. The options of all
     * commands take a quarter of the time of {@code interop list}.
     */
    static void add(CommandLine commandLine, String... arguments) {
        ALL.stream()
                .filter(it -> arguments.length > 0 && !WITH_OTHERS.contains(arguments[0]))
                .filter(it -> name(it).equals(arguments[0]))
                .findFirst()
                .map(List::<Class<?>>of)
                .orElse(ALL)
                .forEach(it -> commandLine.addSubcommand(new CommandLine(it)));
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }
}
