package dev.interop.cli;

import dev.interop.UserError;
import dev.interop.plan.Plan;
import dev.interop.result.RunResult;
import dev.interop.run.Matrix;
import dev.interop.storage.RunFolder;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine;

/** Performs a whole run, from options to results, for {@code run} and {@code bench}. */
final class MatrixSession {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final MatrixOptions options;
    private final CommandLine command;
    private final Optional<String> only;

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
        var out = command.getOut();
        var settings = options.settings();
        var matrix = Matrix.read(settings);
        EntryBuilds.checked(matrix.registry()).sound();
        var plan = only.map(it -> cell(matrix.plan(), it)).orElse(matrix.plan());
        RunFolder.check(settings);
        options.images(out, settings).ready(plan, settings);
        var terminal = Terminal.of(System.getenv(), System.console() != null);
        var progress = new RunProgress(
                out,
                terminal,
                settings.execution().lanes(),
                System::nanoTime,
                UserFolder.of(System.getProperties()),
                CommandName.of(System.getProperties()));
        var ticker = new Ticker(SECOND, progress::tick);
        try {
            new MatrixLauncher().run(settings, plan, progress);
        } finally {
            ticker.close();
        }
        return progress.result();
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
