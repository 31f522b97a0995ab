package dev.interop.cli;

import dev.interop.config.ExecutionParameters;
import dev.interop.config.MatrixParameters;
import dev.interop.report.CellsJsonl;
import dev.interop.storage.RunFolder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows how long the phases of cells take, in a new run or in an earlier one. */
@Command(
        name = "bench",
        description = "Run quic-go with itself in one lane, or the selected cells, and print how long each phase took.",
        modelTransformer = ParameterOptionsModel.class,
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    @Mixin
    private MatrixOptions options;

    @Option(names = "--in", paramLabel = "DIR", description = "Print the phases of this earlier run; nothing is run.")
    private Path in;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        if (in != null) {
            PhaseTable.of(CellsJsonl.read(in.resolve(RunFolder.CELLS))).print(out);
            return ExitCode.OK;
        }
        options.putIfAbsent(MatrixParameters.CLIENTS, "quic-go");
        options.putIfAbsent(MatrixParameters.SERVERS, "quic-go");
        options.putIfAbsent(ExecutionParameters.LANES, "1");
        var result = new MatrixSession(options, spec.commandLine()).run();
        PhaseTable.of(result.cells()).print(out);
        return ExitCode.of(result.cells());
    }
}
