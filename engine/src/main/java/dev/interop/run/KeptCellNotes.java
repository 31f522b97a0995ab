package dev.interop.run;

import dev.interop.recording.ContainerRole;
import dev.interop.recording.Recording;
import dev.interop.report.FailureCard;
import dev.interop.result.CellResult;
import dev.interop.testbed.cell.KeptCell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says how to get into the containers of a cell that were kept. */
final class KeptCellNotes {
    private final KeptCell kept;
    private final Recording recording;

    KeptCellNotes(KeptCell kept, Recording recording) {
        this.kept = kept;
        this.recording = recording;
    }

    /**
     * The lines, each with its exact command.
     *
     * @param removal the command that removes everything that was kept
     */
    List<String> lines(CellResult cell, String removal) {
        var lines = new ArrayList<String>();
        lines.add("kept: the containers of %s, as they ended: %s"
                .formatted(
                        FailureCard.title(cell),
                        String.join(", ", kept.containers().values())));
        if (!kept.networks().isEmpty()) {
            addRunning(lines);
        }
        kept.containers().forEach((role, name) -> {
            if (role != ContainerRole.SIM) {
                lines.add("  what the %s changed, and its files: docker diff %s; docker cp %s:/PATH ."
                        .formatted(role.label(), name, name));
            }
        });
        capture().ifPresent(lines::add);
        lines.add("  remove it all: " + removal);
        return lines;
    }

    private void addRunning(List<String> lines) {
        kept.networks()
                .forEach((role, name) ->
                        lines.add("  a shell in the %s's network, with its folders: docker exec -it %s sh"
                                .formatted(role.label(), name)));
        if (kept.containers().containsKey(ContainerRole.SERVER)) {
            var server = kept.containers().get(ContainerRole.SERVER);
            var before = Stream.of(ContainerRole.SIM)
                    .filter(kept.containers()::containsKey)
                    .map(it -> kept.containers().get(it) + " ")
                    .findFirst()
                    .orElse("");
            lines.add("  the server again, and a shell in it: docker start %s%s && docker exec -it %s sh"
                    .formatted(before, server, server));
        }
        if (kept.containers().containsKey(ContainerRole.CLIENT)) {
            lines.add("  the client again, as it ran: docker start -ai "
                    + kept.containers().get(ContainerRole.CLIENT));
        }
    }

    private Optional<String> capture() {
        var keys = Stream.of(ContainerRole.CLIENT, ContainerRole.SERVER)
                .map(recording::keylog)
                .filter(Files::isRegularFile)
                .map(it -> "-o tls.keylog_file:" + quoted(it) + " ")
                .findFirst()
                .orElse("");
        return Optional.of(recording.clientTrace())
                .filter(Files::isRegularFile)
                .map(it -> "  the capture: wireshark " + keys + "-r " + quoted(it));
    }

    private static String quoted(Path file) {
        var text = file.toAbsolutePath().normalize().toString();
        return text.matches("[\\w.,:=/+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
