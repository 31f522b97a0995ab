package dev.interop.cli;

import dev.interop.UserError;
import dev.interop.cli.cpu.CpuSampler;
import dev.interop.cli.cpu.CpuTable;
import dev.interop.config.ExecutionParameters;
import dev.interop.config.MatrixParameters;
import dev.interop.report.CellsJsonl;
import dev.interop.result.RunResult;
import dev.interop.storage.RunFolder;
import java.io.IOException;
import java.io.PrintWriter;
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
    private static final Path PROC = Path.of("/proc");

    @Mixin
    private MatrixOptions options;

    @Option(names = "--in", paramLabel = "DIR", description = "Print the phases of this earlier run; nothing is run.")
    private Path in;

    @Option(
            names = "--cpu",
            description = "Also print which processes took how much processor time (Linux, engine on this machine).")
    private boolean cpu;

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
        var session = new MatrixSession(options, spec.commandLine());
        var result = cpu ? measured(session, out) : session.run();
        PhaseTable.of(result.cells()).print(out);
        return ExitCode.of(result.cells());
    }

    private static RunResult measured(MatrixSession session, PrintWriter out) {
        var sampler = sampler();
        RunResult result;
        try (sampler) {
            result = session.run();
        }
        out.println();
        new TextTable(sampler.table(ran(result)).rows()).print(out);
        out.println(CpuTable.NOTE);
        return result;
    }

    private static CpuSampler sampler() {
        try {
            return CpuSampler.start(PROC);
        } catch (IOException e) {
            throw new UserError("--cpu: this machine has no " + PROC + "; leave it out", e);
        }
    }

    private static int ran(RunResult result) {
        return (int)
                result.cells().stream().filter(it -> it.times().isPresent()).count();
    }
}
