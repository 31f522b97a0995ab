package dev.interop.cli;

import dev.interop.Printable;
import dev.interop.UserError;
import dev.interop.cli.site.MarkdownDiff;
import dev.interop.cli.site.MergedRun;
import dev.interop.cli.site.PastRun;
import dev.interop.cli.site.PastRuns;
import dev.interop.cli.site.RunDiff;
import dev.interop.cli.site.StoredRun;
import dev.interop.config.HistoryParameters;
import dev.interop.config.MatrixParameters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the differences between two runs as Markdown. */
@Command(
        name = "diff",
        description = "Print the differences between two runs as Markdown: new failures, fixed cells, new cells.",
        modelTransformer = ParameterOptionsModel.class,
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "BEFORE",
            description = "The folder of the earlier run; or of the history, 'last' or when it began.")
    private String before;

    @Parameters(index = "1", paramLabel = "NOW", description = "The folder of the later run.")
    private Path now;

    @Option(
            names = "--fail-on-new",
            description =
                    "End with 1 when a cell passed before and does not now, fails as it was known to and is not any more,"
                            + " or passes though known failing.")
    private boolean failOnNew;

    @Mixin
    private final ParameterOptions options =
            ParameterOptions.withoutBuilds(HistoryParameters.HISTORY, MatrixParameters.REGISTRY);

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var later = MergedRun.of(StoredRun.ofBuild(now));
        var folder = UserFolder.of(System.getProperties()).resolve(before);
        var earlier = Files.isDirectory(folder) ? stored(folder) : remembered(later);
        var diff = RunDiff.of(earlier, later.results());
        var name = Files.isDirectory(folder) ? before : earlier.started().toString();
        spec.commandLine().getOut().print(MarkdownDiff.text(diff, name, now.toString()));
        spec.commandLine().getOut().flush();
        return failOnNew && !(diff.broken().isEmpty() && diff.stale().isEmpty()) ? ExitCode.FAILED : ExitCode.OK;
    }

    private static PastRun stored(Path folder) {
        var earlier = MergedRun.of(StoredRun.ofBuild(folder));
        return PastRun.of(earlier.started(), earlier.results());
    }

    private PastRun remembered(MergedRun later) {
        var history =
                UserHistory.of(options.settings(), spec.commandLine().getErr()).runs();
        return PastRuns.newest(
                        PastRuns.before(later, history),
                        it -> before.equals(NamedRun.LAST)
                                || it.started().toString().startsWith(before))
                .orElseThrow(() -> new UserError(
                        "'%s': neither a run's folder nor a remembered run before %s with half of its cells; see %s history"
                                .formatted(
                                        Printable.of(before),
                                        now,
                                        CommandName.of(System.getProperties()).name())));
    }
}
