package dev.interop.cli;

import dev.interop.Printable;
import dev.interop.UserError;
import dev.interop.cli.archive.CellArchive;
import dev.interop.cli.archive.CellFiles;
import dev.interop.cli.archive.Secrets;
import dev.interop.report.CellsJsonl;
import dev.interop.report.Markdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Packs one cell of an earlier run into one file, to attach to a bug report. */
@Command(
        name = "archive",
        description = "Pack one cell of an earlier run into one file, to attach to a bug report.",
        mixinStandardHelpOptions = true)
final class ArchiveCommand implements Callable<Integer> {
    @Mixin
    private final RecordedCellArguments cell = new RecordedCellArguments();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "The archive (default: the cell's id with hyphens, .tar.gz, in the working folder).")
    private Optional<Path> target = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var found = cell.find();
        if (found.result().logs().isEmpty() || !Files.isDirectory(found.folder())) {
            throw new UserError(
                    "%s: the cell was not run, so that it has no recording".formatted(Printable.of(cell.id())));
        }
        var from = UserFolder.of(System.getProperties());
        var file = target.orElseGet(() -> from.resolve(cell.id().replaceAll("[^\\w.@-]", "-") + CellArchive.SUFFIX));
        var files = CellFiles.in(found.folder());
        var secrets = Secrets.in(files);
        var line = Files.createTempFile("interop-cell-", ".jsonl");
        try {
            try (var cells = CellsJsonl.open(line)) {
                cells.append(found.result());
            }
            CellArchive.write(file, page(found, secrets), line, found.result().logs(), files);
        } finally {
            Files.delete(line);
        }
        print(from.shown(file), files, secrets);
        return ExitCode.OK;
    }

    private void print(Path file, CellFiles files, List<String> secrets) throws IOException {
        var writer = spec.commandLine().getOut();
        writer.printf("Archive  %s  %s files, %s KiB%n", file, files.files().size(), Files.size(file) >> 10);
        writer.println("Look at these before you give it away; they could be secret:");
        secrets.forEach(it -> writer.println("  " + Printable.of(it)));
        writer.printf(
                "Judge it anywhere: %s judge %s%n",
                CommandName.of(System.getProperties()).name(), CardCommand.word(file.toString()));
        writer.flush();
    }

    private static String page(RecordedCell found, List<String> secrets) {
        var page = new StringBuilder(CardCommand.text(found));
        page.append("\n## In this archive\n\n")
                .append(
                        "The recording is in %s: `recording.json`, the output and logs of both endpoints, keys, and the captures."
                                .formatted(Markdown.code(found.result().logs())))
                .append(
                        " `cells.jsonl` has the result as data. `interop judge` with the archive or this folder judges it"
                                + " again.\n\n## What could be secret\n\n");
        secrets.forEach(it -> page.append("- ").append(Markdown.text(it)).append('\n'));
        return page.toString();
    }
}
