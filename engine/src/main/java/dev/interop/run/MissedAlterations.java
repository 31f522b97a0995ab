package dev.interop.run;

import dev.interop.UserError;
import dev.interop.plan.Cell;
import dev.interop.protocol.Scenario;
import dev.interop.recording.NetworkDecisions;
import dev.interop.recording.Recording;
import java.util.Optional;

/**
 * Says that the network of a cell was not the one that was asked for: packets are shorter than those that a list of
 * alterations was made from.
 */
final class MissedAlterations {
    private MissedAlterations() {}

    /** A line for the user; empty if nothing was missed. */
    static Optional<String> note(Cell cell, Recording recording) {
        if (cell.protocol()
                .scenario(cell.test())
                .filter(it -> new Scenario(it).isListOfAlterations())
                .isEmpty()) {
            return Optional.empty();
        }
        try {
            return NetworkDecisions.of(recording.folder())
                    .map(NetworkDecisions::missed)
                    .filter(it -> !it.isEmpty())
                    .map(it -> "%s: %s%s"
                            .formatted(
                                    cell.id(),
                                    it.get(0).sentence(),
                                    it.size() == 1 ? "" : "; the same for %s more".formatted(it.size() - 1)));
        } catch (UserError unreadable) {
            // Whoever reads the decisions is told; this is only a note.
            return Optional.empty();
        }
    }
}
