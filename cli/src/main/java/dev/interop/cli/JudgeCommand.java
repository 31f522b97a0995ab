package dev.interop.cli;

import dev.interop.Printable;
import dev.interop.cli.archive.UnpackedArchive;
import dev.interop.protocol.Protocols;
import dev.interop.run.DockerBackend;
import dev.interop.run.Rejudge;
import dev.interop.run.Rejudge.Rejudged;
import dev.interop.storage.EarlierRuns;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the verdicts of an earlier run again from its recordings. */
@Command(
        name = "judge",
        description =
                "Make the verdicts of an earlier run again from its recordings, or that of an archived cell; no endpoint runs.",
        modelTransformer = ParameterOptionsModel.class,
        mixinStandardHelpOptions = true)
final class JudgeCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "DIR|ARCHIVE",
            description = "The folder of a run, a pair or a cell, or a file that the command archive made.")
    private Path place;

    @Mixin
    private final ParameterOptions options = ParameterOptions.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(place)) {
            return judge(place);
        }
        try (var unpacked = UnpackedArchive.of(place)) {
            var notes = ParameterOptions.notes(spec.commandLine().getOut());
            unpacked.leftOut().forEach(it -> notes.accept("not unpacked: " + it));
            return judge(unpacked.folder());
        }
    }

    private int judge(Path folder) throws IOException {
        var out = spec.commandLine().getOut();
        var settings = options.settings();
        // Before anything is built.
        EarlierRuns.recordings(folder);
        options.images(out, settings).ready(List.of(settings.images().tshark()));
        try (var dissector = DockerBackend.dissector(settings, ParameterOptions.notes(out))) {
            var rejudged = new Rejudge(Protocols.installed(), dissector.judge()).below(folder, it -> print(out, it));
            return ExitCode.ofOutcomes(rejudged.stream()
                    .map(it -> it.judgement().verdict().outcome())
                    .toList());
        }
    }

    private static void print(PrintWriter out, Rejudged cell) {
        var verdict = cell.judgement().verdict();
        out.println(Printable.of("%-12s %s  %s"
                .formatted(
                        verdict.outcome().label(),
                        cell.cell(),
                        verdict.reason().text()
                                + cell.measured().map(it -> ", " + it).orElse(""))));
        out.flush();
    }
}
