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
            Implementation implementation, Role role, ContainerRole containerRole, Function<CellResult, String> name) {
        var cells = run.cells().stream()
                .filter(it -> name.apply(it).equals(implementation.name()))
                .toList();
        return new Player(implementation, role, containerRole, cells);
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
                        Markdown.text(it.version()),
                        Markdown.text(it.image()),
                        ids(it.cells(), it.containerRole())));
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

    private static String ids(List<CellResult> cells, ContainerRole containerRole) {
        return cells.stream()
                .flatMap(it -> it.container(containerRole).flatMap(ContainerRecord::image).stream())
                .distinct()
                .map(Markdown::text)
                .collect(Collectors.joining(", "));
    }

    /**
     * An implementation in one of its roles in the run.
     *
     * @param implementation the implementation
     * @param role its role
     * @param containerRole the role of its container
     * @param cells its planned cells in this role
     */
    private record Player(
            Implementation implementation, Role role, ContainerRole containerRole, List<CellResult> cells) {
        String image() {
            return implementation.plays(role)
                    ? implementation.endpoint(role).image().orElse("")
                    : "";
        }

        /** The version of its entry, and the releases that its endpoints wrote down, which an entry may not know. */
        String version() {
            return Stream.concat(
                            implementation.version().stream(),
                            cells.stream()
                                    .flatMap(it ->
                                            it.container(containerRole).flatMap(ContainerRecord::release).stream()))
                    .distinct()
                    .collect(Collectors.joining(", "));
        }

        /** The images, several if each draft has one of its own. */
        List<Provenance> builds() {
            return cells.stream()
                    .flatMap(it -> it.container(containerRole).flatMap(ContainerRecord::build).stream())
                    .distinct()
                    .toList();
        }
    }
}
