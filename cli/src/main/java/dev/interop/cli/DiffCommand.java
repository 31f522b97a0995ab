package dev.interop.cli;

import dev.interop.cli.site.MarkdownDiff;
import dev.interop.cli.site.MergedRun;
import dev.interop.cli.site.PastRun;
import dev.interop.cli.site.RunDiff;
import dev.interop.cli.site.StoredRun;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the differences between two runs as Markdown. */
@Command(
        name = "diff",
        description = "Print the differences between two runs as Markdown: new failures, fixed cells, new cells.",
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "BEFORE", description = "The folder of the earlier run.")
    private Path before;

    @Parameters(index = "1", paramLabel = "NOW", description = "The folder of the later run.")
    private Path now;

    @Option(
            names = "--fail-on-new",
            description = "End with 1 when a cell passed before and does not now, or passes though known failing.")
    private boolean failOnNew;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var earlier = MergedRun.of(StoredRun.ofBuild(before));
        var later = MergedRun.of(StoredRun.ofBuild(now));
        var diff = RunDiff.of(PastRun.of(earlier.started(), earlier.results()), later.results());
        spec.commandLine().getOut().print(MarkdownDiff.text(diff, before.toString(), now.toString()));
        spec.commandLine().getOut().flush();
        return failOnNew && !(diff.broken().isEmpty() && diff.stale().isEmpty()) ? ExitCode.FAILED : ExitCode.OK;
    }
}
