package dev.interop.cli;

import dev.interop.Printable;
import dev.interop.ProtocolVersion;
import dev.interop.plan.Cell;
import dev.interop.plan.ClosedRoute;
import dev.interop.plan.Plan;
import dev.interop.protocol.Route;
import dev.interop.registry.Implementation;
import dev.interop.registry.RemoteEndpoint;
import dev.interop.run.Matrix;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var matrix = Matrix.survey(options.settings());
        EntryBuilds.checked(matrix.registry()).sound();
        var plan = matrix.plan();
        var pairs = new LinkedHashMap<List<String>, PairRoute>();
        plan.cells().forEach(it -> pairs.merge(PairRoute.key(it), PairRoute.of(it), PairRoute::plus));
        var rows = pairs.values().stream().map(it -> it.row(plan)).toList();
        if (!rows.isEmpty()) {
            new TextTable(Stream.concat(Stream.of(HEAD), rows.stream()).toList()).print(out);
            out.println();
        }
        notRun(out, plan.closed());
        out.printf(
                "%d pairs of %d cells to run, %d not run%n",
                rows.size(), plan.cells().size(), plan.closed().size());
        return ExitCode.OK;
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

    /** The version that the pair would speak, and its relation to the target version, if the protocol has versions. */
    private static String expected(Route route) {
        var words = Stream.concat(route.version().map(ProtocolVersion::name).stream(), route.versionRelation().stream())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "" : " (" + words + ")";
    }

    /**
     * A row of the plan: a route from a client to a server, with all of its test cases.
     *
     * @param client the client
     * @param server the server
     * @param route the route
     * @param cells how many cells it has
     */
    private record PairRoute(Implementation client, Implementation server, Route route, int cells) {
        static PairRoute of(Cell cell) {
            return new PairRoute(cell.client(), cell.server(), cell.route(), 1);
        }

        /** What tells rows apart: the label is unique among the routes of a pair. */
        static List<String> key(Cell cell) {
            return List.of(
                    cell.client().name(), cell.server().name(), cell.route().label());
        }

        PairRoute plus(PairRoute other) {
            return new PairRoute(client, server, route, cells + other.cells);
        }

        List<String> row(Plan plan) {
            var image =
                    route.endpoint(server, plan.protocol().serverRole()).image().orElse("");
            return List.of(
                    client.name(),
                    server.name(),
                    route.label(),
                    route.version().map(ProtocolVersion::name).orElse(""),
                    route.versionRelation().orElse(""),
                    String.valueOf(cells),
                    route.remote().map(RemoteEndpoint::url).orElse(image));
        }
    }
}
