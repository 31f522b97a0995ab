package dev.interop.cli;

import dev.interop.Printable;
import dev.interop.ProtocolVersion;
import dev.interop.plan.ClosedRoute;
import dev.interop.protocol.Route;
import dev.interop.run.Matrix;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the pairs that would run, and why the others would not. Builds and runs nothing. */
@Command(
        name = "plan",
        description = "Show which pairs would run, over what and in which version, and why the others would not.",
        modelTransformer = ParameterOptionsModel.class,
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
    private static final List<String> HEAD =
            List.of("CLIENT", "SERVER", "ROUTE", "VERSION", "RELATION", "CELLS", "SERVED AT");

    @Mixin
    private MatrixOptions options;

    @Option(names = "--json", description = "As one JSON object, for scripts.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var settings = options.settings();
        var matrix = Matrix.survey(settings);
        var registry = EntryBuilds.checked(matrix.registry()).sound();
        var err = spec.commandLine().getErr();
        RegistryNotes.unread(registry, err);
        var plan = matrix.plan();
        var pairs = PlannedPair.of(plan);
        var history = UserHistory.of(settings, err).runs();
        var time = PlannedTime.of(plan, PlannedChoice.of(settings, plan, err), settings, history);
        if (json) {
            out.println(PlanJson.of(plan, pairs, time, registry));
            return ExitCode.OK;
        }
        var rows = pairs.stream().map(PlanCommand::row).toList();
        if (!rows.isEmpty()) {
            new TextTable(Stream.concat(Stream.of(HEAD), rows.stream()).toList()).print(out);
            out.println();
        }
        notRun(out, plan.closed());
        out.printf(
                "%s of %s to run, %d not run%n",
                counted(rows.size(), "pair"),
                counted(plan.cells().size(), "cell"),
                plan.closed().size());
        time.ifPresent(it -> out.println(it.text()));
        return ExitCode.OK;
    }

    private static String counted(int number, String noun) {
        return number == 1 ? "1 " + noun : number + " " + noun + "s";
    }

    private static void notRun(PrintWriter out, List<ClosedRoute> closed) {
        for (var it : closed) {
            out.println(Printable.of("not run  %s → %s %s%s  %s"
                    .formatted(
                            it.client().name(),
                            it.server().name(),
                            it.closed().route().label(),
                            expected(it.closed().route()),
                            it.closed().text())));
        }
        if (!closed.isEmpty()) {
            out.println();
        }
    }

    private static List<String> row(PlannedPair pair) {
        var route = pair.route();
        return List.of(
                pair.client().name(),
                pair.server().name(),
                route.label(),
                route.version().map(ProtocolVersion::name).orElse(""),
                route.versionRelation().orElse(""),
                String.valueOf(pair.tests().size()),
                pair.servedAt());
    }

    /** The version that the pair would speak, and its relation to the target version, if the protocol has versions. */
    private static String expected(Route route) {
        var words = Stream.concat(route.version().map(ProtocolVersion::name).stream(), route.versionRelation().stream())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "" : " (" + words + ")";
    }
}
