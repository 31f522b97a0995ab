package dev.interop.cli;

import dev.interop.result.RunResult;
import dev.interop.run.Matrix;
import dev.interop.storage.RunFolder;
import java.time.Duration;
import java.time.InstantSource;
import picocli.CommandLine;

/** Performs a whole run, from options to results, for {@code run} and {@code bench}. */
final class MatrixSession {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final MatrixOptions options;
    private final ImageOptions build;
    private final CommandLine command;

    MatrixSession(MatrixOptions options, ImageOptions build, CommandLine command) {
        this.options = options;
        this.build = build;
        this.command = command;
    }

    /**
     * Checks the options, builds missing images, runs the plan, shows the results.
     *
     * @throws dev.interop.UserError when an option or a registry is wrong, before anything is built or run
     */
    RunResult run() {
        var out = command.getOut();
        build.parameters().forEach(options::putIfAbsent);
        var settings = options.settings();
        var matrix = Matrix.read(settings);
        EntryBuilds.checked(matrix.registry()).sound();
        RunFolder.check(settings.out(), settings.overwrite());
        build.images(out).ready(matrix.plan(), settings);
        var terminal = Terminal.of(System.getenv(), System.console() != null);
        var progress = new RunProgress(
                out, terminal, settings.lanes(), InstantSource.system(), UserFolder.of(System.getProperties()));
        var ticker = new Ticker(SECOND, progress::tick);
        try {
            new MatrixLauncher().run(settings, matrix.plan(), progress);
        } finally {
            ticker.close();
        }
        return progress.result();
    }
}
