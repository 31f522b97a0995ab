package dev.interop.report.allure;

import dev.interop.verdict.Location;
import dev.interop.verdict.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The facts about a cell from other cells, earlier runs, and the site that its page is in.
 *
 * @param since the first run with this outcome, if earlier runs are known
 * @param earlier the outcomes of its earlier attempts in the same build, in order
 * @param signature the text for all cells that failed alike, if they are known
 * @param logPages a line of a log → the address that shows it, absolute: others Allure does not show as links
 */
@API(status = Status.INTERNAL)
public record CellContext(
        Optional<String> since, List<Outcome> earlier, Optional<String> signature, Map<Location, String> logPages) {
    /** Nothing is known: the results are written while the run goes on. */
    public static final CellContext NONE = new CellContext(Optional.empty(), List.of(), Optional.empty(), Map.of());

    public CellContext {
        earlier = List.copyOf(earlier);
        logPages = Map.copyOf(logPages);
    }
}
