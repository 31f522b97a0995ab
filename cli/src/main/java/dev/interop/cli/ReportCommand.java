package dev.interop.cli;

import dev.interop.UserError;
import dev.interop.cli.site.MarkdownDiff;
import dev.interop.cli.site.MergedRun;
import dev.interop.cli.site.PastRun;
import dev.interop.cli.site.PastRuns;
import dev.interop.cli.site.RunDiff;
import dev.interop.cli.site.SiteFolder;
import dev.interop.cli.site.SiteForm;
import dev.interop.cli.site.SiteInput;
import dev.interop.cli.site.StepSummary;
import dev.interop.cli.site.StoredRun;
import dev.interop.config.HistoryParameters;
import dev.interop.history.History;
import dev.interop.protocol.Protocols;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a static site of one or several runs or shards. */
@Command(
        name = "report",
        description = "Make a static site of runs or shards: a matrix, a page a cell, the history.",
        modelTransformer = ParameterOptionsModel.class,
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    private static final long MIB = 1 << 20;

    @Option(
            names = "--in",
            paramLabel = "DIR",
            arity = "1..*",
            description = "Folders of runs or shards, shown as one, each with all that the same build wrote beside it "
                    + "('last', the default: the newest below target/interop).")
    private List<String> in = new ArrayList<>();

    @Option(names = "--out", paramLabel = "SITE", description = "The folder of the site (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("target", "interop-site");

    @Option(names = "--single-file", description = "One HTML file that works from a disk.")
    private boolean singleFile;

    @Option(
            names = "--summary",
            paramLabel = "FILE",
            description = "Append a summary in Markdown, such as to $GITHUB_STEP_SUMMARY.")
    private Optional<Path> summary = Optional.empty();

    @Option(
            names = "--attachments",
            paramLabel = "MIB",
            defaultValue = "32",
            description = "How much of the cells' logs, keys and captures the site holds (default: ${DEFAULT-VALUE}).")
    private int attachments;

    @Option(names = "--container", description = "Use the container image even where Node.js is present.")
    private boolean container;

    @Mixin
    private final ParameterOptions options = ParameterOptions.of(HistoryParameters.HISTORY);

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        SiteFolder.check(out);
        if (in.isEmpty()) {
            in.add(NamedRun.LAST);
        }
        var runs = runs();
        var run = MergedRun.of(runs);
        var settings = options.settings();
        var history = UserHistory.of(settings, spec.commandLine().getErr());
        var known = history.runs();
        var past = PastRuns.before(run, known);
        try {
            // Beside the site, not in /tmp: it is as large as the site.
            Files.createDirectories(out.toAbsolutePath().getParent());
            var work = Files.createTempDirectory(out.toAbsolutePath().getParent(), ".interop-site");
            try {
                make(run, past, known, settings.history().folder(), work);
            } finally {
                FolderContents.delete(work);
            }
            if (history.store().isPresent()) {
                PastRuns.remember(history.store().get(), known, runs, run.started());
            }
            appendSummary(run, past);
        } catch (IOException e) {
            throw new UserError(
                            "%s: the site cannot be written (%s); free some space or name another folder with --out"
                                    .formatted(out, e.getMessage()),
                            e)
                    .ofEnvironment();
        }
        return ExitCode.OK;
    }

    /** The named runs and the others of their builds, each once. */
    private Collection<StoredRun> runs() {
        var runs = new LinkedHashMap<Path, StoredRun>();
        in.stream()
                .flatMap(it -> StoredRun.ofBuild(NamedRun.folder(Optional.of(it))).stream())
                .forEach(it -> runs.put(it.folder().toAbsolutePath().normalize(), it));
        return runs.values();
    }

    private void make(MergedRun run, List<PastRun> past, History known, Optional<Path> history, Path work)
            throws IOException {
        new SiteInput(
                        run,
                        past,
                        known,
                        Protocols.installed(),
                        CommandName.of(System.getProperties()).name())
                .write(work, attachments * MIB, singleFile ? SiteForm.SINGLE_FILE : SiteForm.FOLDER);
        var begun = System.nanoTime();
        var maker = SiteMaker.choose(container, options, spec.commandLine().getOut());
        maker.make(new SiteMaker.Site(work, out, history.map(it -> it.resolve("allure.jsonl")), singleFile));
        spec.commandLine()
                .getOut()
                .printf(
                        "Site     %s  %d cells, %.1f MB in %.0f s%n",
                        out.resolve("index.html"),
                        run.cells().size(),
                        FolderContents.size(out) / 1e6,
                        (System.nanoTime() - begun) / 1e9);
    }

    /** Appends the summary and the differences from the previous run. */
    private void appendSummary(MergedRun run, List<PastRun> past) throws IOException {
        if (summary.isEmpty()) {
            return;
        }
        var text = new StringBuilder(StepSummary.text(run.results())).append(StepSummary.flaky(run.flaky()));
        PastRuns.newest(past, it -> true)
                .ifPresent(it -> text.append('\n')
                        .append(MarkdownDiff.text(
                                RunDiff.of(it, run.results()),
                                it.started().toString(),
                                run.started().toString())));
        Files.writeString(summary.get(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
