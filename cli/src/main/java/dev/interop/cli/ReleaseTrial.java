package dev.interop.cli;

import dev.interop.Printable;
import dev.interop.cli.bisect.Answer;
import dev.interop.cli.bisect.Attempt;
import dev.interop.cli.bisect.Poll;
import dev.interop.config.Settings;
import dev.interop.listener.RunListener;
import dev.interop.plan.Plan;
import dev.interop.plan.Seeds;
import dev.interop.report.FailureCard;
import dev.interop.result.RunResult;
import dev.interop.run.Matrix;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/** Runs a cell with one release after the other, and prints a line for each run. */
final class ReleaseTrial {
    private final PrintWriter out;
    private final Settings settings;
    private final long seed;
    private final ReleasedSide side;
    private final ImageSetup images;
    private final Poll poll;

    /** @param seed the seed of the first run with each release; further runs have the following ones */
    ReleaseTrial(PrintWriter out, Settings settings, long seed, ReleasedSide side, ImageSetup images, Poll poll) {
        this.out = out;
        this.settings = settings;
        this.seed = seed;
        this.side = side;
        this.images = images;
        this.poll = poll;
    }

    /** How the cell comes out with a release, whose image is built if it is missing. */
    Answer ask(String release) {
        images.ready(Matrix.read(side.with(settings, release, seed)).plan(), settings);
        return poll.ask(release, number -> attempt(release, number));
    }

    private Attempt attempt(String release, int number) {
        var its = side.with(settings, release, seed + number);
        var watch = new Watch();
        new MatrixLauncher().run(its, Matrix.read(its).plan(), watch);
        var result = watch.result.orElseThrow().cells().get(0);
        out.printf(
                "Run      %s, %d of at most %d, seed %s: %s, %s (%s)%n",
                release,
                number + 1,
                poll.most(),
                Seeds.format(seed + number),
                result.verdict().outcome().label(),
                FailureCard.headline(result),
                Printable.of(watch.folder.toString()));
        out.flush();
        return new Attempt(result, watch.folder);
    }

    /** Keeps what a run tells. */
    private final class Watch implements RunListener {
        private Path folder = Path.of("");
        private Optional<RunResult> result = Optional.empty();

        @Override
        public void runStarted(Plan plan, Path root) {
            folder = root;
        }

        @Override
        public void note(String text) {
            out.println("Note     " + Printable.of(text));
        }

        @Override
        public void runEnded(RunResult run) {
            result = Optional.of(run);
        }
    }
}
