package dev.interop.cli;

import dev.interop.UserError;
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

    @Option(
            names = "--watch",
            description = "Run again whenever a mounted file or an image of the plan has changed, until Ctrl-C.")
    private boolean watch;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (times < 1 || times > MOST_TIMES) {
            throw new ParameterException(
                    spec.commandLine(), "--repeat '%d': say a number from 1 to %d".formatted(times, MOST_TIMES));
        }
        if (times > 1 && options.settings().history().reuse().isPresent()) {
            throw new UserError("--repeat runs every cell each time, and --reuse does not; leave out one of them");
        }
        var session = new MatrixSession(options, spec.commandLine(), cell);
        if (watch) {
            watch(session);
            return ExitCode.OK;
        }
        return ExitCode.ofRuns(session.run(new RepeatedRun.Times(times, sameSeed)));
    }

    private void watch(MatrixSession session) {
        if (times > 1) {
            throw new ParameterException(spec.commandLine(), "--watch repeats by itself; leave out --repeat");
        }
        var stops = options.settings().execution().stops();
        if (stops.keep()) {
            throw new ParameterException(
                    spec.commandLine(), "--watch and --keep: each run would leave containers; give one of them");
        }
        new WatchedRun(spec.commandLine().getOut(), it -> Thread.sleep(it.toMillis()))
                .run(new WatchedSession(session, options));
    }
}
