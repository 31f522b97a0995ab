package dev.interop.cli;

import dev.interop.UserError;
import dev.interop.config.Settings;
import dev.interop.plan.Plan;
import dev.interop.result.RunResult;
import dev.interop.run.DockerBackend;
import dev.interop.run.Matrix;
import dev.interop.run.MatrixRun;
import dev.interop.run.PastFailures;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine;

/** Performs a whole run, from options to results, for {@code run} and {@code bench}. */
final class MatrixSession {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final MatrixOptions options;
    private final CommandLine command;
    private final Optional<String> only;
    private final MatrixLauncher launcher = new MatrixLauncher();

    MatrixSession(MatrixOptions options, CommandLine command) {
        this(options, command, Optional.empty());
    }

    /**
     * @param only the one cell of the plan that is run, where it is not all of them
     */
    MatrixSession(MatrixOptions options, CommandLine command, Optional<String> only) {
        this.only = only;
        this.options = options;
        this.command = command;
    }

    /**
     * Checks the options, builds missing images, runs the plan, shows the results.
     *
     * @throws dev.interop.UserError when an option or a registry is wrong, before anything is built or run
     */
    RunResult run() {
        return run(RepeatedRun.Times.ONCE).get(0);
    }

    /**
     * Like {@link #run()}, the same plan several times; each time has a folder of its own.
     *
     * @param times how often; if more than once, how often each cell was red or grey is shown at the end
     */
    List<RunResult> run(RepeatedRun.Times times) {
        return run(times, plan -> {});
    }

    /**
     * Like {@link #run(RepeatedRun.Times)}.
     *
     * @param beginning gets the plan once its images are there, before it runs
     */
    List<RunResult> run(RepeatedRun.Times times, Consumer<Plan> beginning) {
        var out = command.getOut();
        var settings = options.settings();
        DockerBackend.preload();
        var matrix = Matrix.read(settings);
        EntryBuilds.checked(matrix.registry()).sound();
        var plan = only.map(it -> cell(matrix.plan(), it)).orElse(matrix.plan());
        MatrixRun.check(settings, plan);
        options.images(out, settings).ready(plan, settings);
        beginning.accept(plan);
        return new RepeatedRun(out, times)
                .run(
                        plan.seed(),
                        seed -> once(
                                progress(out, settings),
                                progress -> launcher.run(settings, plan.withSeed(seed), progress)));
    }

    private static RunResult once(RunProgress progress, Consumer<RunProgress> run) {
        var ticker = new Ticker(SECOND, progress::tick);
        try {
            run.accept(progress);
        } finally {
            ticker.close();
        }
        return progress.result();
    }

    static RunProgress progress(PrintWriter out, Settings settings) {
        return new RunProgress(
                out,
                Terminal.of(System.getenv(), System.console() != null),
                settings.execution().lanes(),
                System::nanoTime,
                UserFolder.of(System.getProperties()),
                CommandName.of(System.getProperties()),
                PastFailures.of(settings));
    }

    private static Plan cell(Plan plan, String id) {
        var cell = plan.only(it -> it.id().equals(id));
        if (cell.cells().isEmpty()) {
            throw new UserError(
                    "cell '%s' is not in the plan any more: its registry or the protocol has changed; see".formatted(id)
                            + " ./interop plan");
        }
        return cell;
    }
}
