package dev.interop.report;

import dev.interop.recording.ContainerRecord;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Provenance;
import dev.interop.registry.Implementation;
import dev.interop.registry.Role;
import dev.interop.result.CellResult;
import dev.interop.result.RunResult;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes Markdown tables of the images that ran, and of the sources that they were built from, if known. */
final class MarkdownImages {
    private final RunResult run;
    private final List<Player> players;

    MarkdownImages(RunResult run) {
        this.run = run;
        this.players = Stream.concat(
                        run.clients().stream()
                                .map(it -> player(
                                        it, run.protocol().clientRole(), ContainerRole.CLIENT, CellResult::client)),
                        run.servers().stream()
                                .map(it -> player(
                                        it, run.protocol().serverRole(), ContainerRole.SERVER, CellResult::server)))
                .toList();
    }

    private Player player(
            Implementation implementation, Role role, ContainerRole part, Function<CellResult, String> name) {
        var cells = run.cells().stream()
                .filter(it -> name.apply(it).equals(implementation.name()))
                .toList();
        return new Player(implementation, role, part, cells);
    }

    void appendTo(StringBuilder out) {
        out.append("## Images\n\n| implementation | role | version | image | id |\n|---|---|---|---|---|\n");
        players.forEach(it -> image(out, it));
        var simulators = ids(run.cells(), ContainerRole.SIM);
        if (!simulators.isEmpty()) {
            out.append("| simulator | | | | ").append(simulators).append(" |\n");
        }
        if (players.stream().anyMatch(it -> !it.builds().isEmpty())) {
            out.append("\n## Built from\n\n");
            out.append("| implementation | role | repository | ref | commit | changed |\n|---|---|---|---|---|---|\n");
            players.forEach(it -> it.builds().forEach(from -> build(out, it, from)));
        }
    }

    private static void image(StringBuilder out, Player it) {
        out.append("| %s | %s | %s | %s | %s |\n"
                .formatted(
                        Markdown.text(it.implementation().name()),
                        it.role().label(),
                        Markdown.text(it.implementation().version().orElse("")),
                        Markdown.text(it.image()),
                        ids(it.cells(), it.part())));
    }

    private static void build(StringBuilder out, Player it, Provenance from) {
        out.append("| %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        Markdown.text(it.implementation().name()),
                        it.role().label(),
                        Markdown.text(from.repository()),
                        Markdown.text(from.ref()),
                        Markdown.text(from.commit()),
                        from.dirty() ? "yes" : "no"));
    }

    private static String ids(List<CellResult> cells, ContainerRole part) {
        return cells.stream()
                .flatMap(it -> it.container(part).flatMap(ContainerRecord::image).stream())
                .distinct()
                .map(Markdown::text)
                .collect(Collectors.joining(", "));
    }

    /**
     * An implementation in one of its roles in the run.
     *
     * @param implementation the implementation
     * @param role its role
     * @param part the role of its container
     * @param cells its planned cells in this role
     */
    private record Player(Implementation implementation, Role role, ContainerRole part, List<CellResult> cells) {
        String image() {
            return implementation.plays(role)
                    ? implementation.endpoint(role).image().orElse("")
                    : "";
        }

        /** The images, several if each draft has one of its own. */
        List<Provenance> builds() {
            return cells.stream()
                    .flatMap(it -> it.container(part).flatMap(ContainerRecord::build).stream())
                    .distinct()
                    .toList();
        }
    }
}
