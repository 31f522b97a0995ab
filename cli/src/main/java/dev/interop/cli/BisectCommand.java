package dev.interop.cli;

import dev.interop.cli.bisect.Bisection;
import dev.interop.cli.bisect.Poll;
import dev.interop.cli.build.Builds;
import dev.interop.plan.Cell;
import dev.interop.run.Matrix;
import dev.interop.storage.RunFolder;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Finds the first release of a client or server with which a cell comes out otherwise. */
@Command(
        name = "bisect",
        description = "Find the first release of a client or server with which one cell comes out otherwise.",
        modelTransformer = ParameterOptionsModel.class,
        mixinStandardHelpOptions = true)
final class BisectCommand implements Callable<Integer> {
    private static final int MOST_TIMES = 100;

    @Mixin
    private MatrixOptions options;

    @Option(names = "--good", required = true, paramLabel = "VERSION", description = "A release that behaves well.")
    private String good;

    @Option(
            names = "--bad",
            required = true,
            paramLabel = "VERSION",
            description = "A release that behaves otherwise; it may be older.")
    private String bad;

    @Option(
            names = "--of",
            paramLabel = "client|server",
            description = "Whose releases (default: the client's, if both versions are releases of it).")
    private Optional<ReleasedSide.Side> of = Optional.empty();

    @Option(
            names = "--times",
            paramLabel = "M",
            description =
                    "Run the cell up to M times with each release (default: 1; 5 where the network drops or alters"
                            + " packets at random).")
    private Optional<Integer> times = Optional.empty();

    @Option(
            names = "--agree",
            paramLabel = "N",
            description = "How many of these have to come out alike (default: more than half).")
    private Optional<Integer> agreeing = Optional.empty();

    @Option(
            names = "--failures",
            paramLabel = "N",
            description =
                    "For a fault that shows now and then: a release fails as soon as N of its runs fail, and succeeds"
                            + " if all others of M succeed.")
    private Optional<Integer> failures = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var settings = options.settings();
        var matrix = Matrix.read(settings);
        EntryBuilds.checked(matrix.registry()).sound();
        var cell = ReleasedSide.onlyCell(matrix.plan());
        var poll = poll(cell);
        RunFolder.check(settings);
        var images = options.images(out, settings);
        var side = ReleasedSide.find(
                cell, of, good, bad, Builds.below(ProductHome.current().imageFolders()), images.index());
        var releases = side.between(good, bad);
        out.printf(
                "Bisect   %s of %s → %s %s: %d releases, %s; %d of %d runs have to agree%s%n",
                side.name(),
                cell.client().name(),
                cell.server().name(),
                cell.title(),
                releases.releases().size(),
                String.join(", ", releases.releases()),
                poll.agreeing(),
                poll.most(),
                poll.failures() < poll.agreeing() ? ", or %d to fail".formatted(poll.failures()) : "");
        var trial = new ReleaseTrial(out, settings, matrix.plan().seed(), side, images, poll);
        var found = new Bisection(releases, trial::ask).run();
        return new BisectReport(side.name(), CommandName.of(System.getProperties())).print(out, found);
    }

    private Poll poll(Cell cell) {
        var usual = ReleasedSide.isRandom(cell) ? Poll.RANDOM : Poll.ONCE;
        var most = times.orElse(agreeing.map(it -> 2 * it - 1).orElse(usual.most()));
        var needed = agreeing.orElse(failures.map(it -> most - it + 1).orElse(most / 2 + 1));
        var failing = failures.orElse(needed);
        if (most < 1 || most > MOST_TIMES || needed < 1 || needed > most || failing < 1 || failing > needed) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--agree '%d', --failures '%d', --times '%d': say numbers from 1 to %d, --agree not above --times, --failures not above --agree"
                            .formatted(needed, failing, most, MOST_TIMES));
        }
        return new Poll(needed, most, failing);
    }
}
