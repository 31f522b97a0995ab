package dev.interop.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a matrix: builds the images that are missing, runs every cell, writes and shows the results. */
@Command(
        name = "run",
        description = "Build missing images and run the matrix.",
        modelTransformer = ParameterOptionsModel.class,
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    /** The option that a replay names its cell with. */
    static final String CELL = "--cell";

    private static final int MOST_TIMES = 1000;

    @Mixin
    private MatrixOptions options;

    /** For replay: of two routes of the same transport, it runs one. */
    @Option(names = CELL, paramLabel = "ID", hidden = true)
    private Optional<String> cell = Optional.empty();

    @Option(
            names = "--repeat",
            paramLabel = "N",
            description =
                    "Run the plan N times, each with the next seed, and print how often each cell was red or grey.")
    private int times = 1;

    @Option(names = "--same-seed", description = "With --repeat: each time with the same seed, and so the same losses.")
    private boolean sameSeed;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (times < 1 || times > MOST_TIMES) {
            throw new ParameterException(
                    spec.commandLine(), "--repeat '%d': say a number from 1 to %d".formatted(times, MOST_TIMES));
        }
        return ExitCode.of(new MatrixSession(options, spec.commandLine(), cell)
                .run(new RepeatedRun.Times(times, sameSeed)).stream()
                        .flatMap(it -> it.cells().stream())
                        .toList());
    }
}
