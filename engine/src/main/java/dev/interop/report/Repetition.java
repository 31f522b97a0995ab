package dev.interop.report;

import dev.interop.result.CellResult;
import java.nio.file.Path;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Says how a user runs a cell again. Only users of the command line have its commands. */
@FunctionalInterface
@API(status = Status.INTERNAL)
public interface Repetition {
    /** The command or parameters that run this cell again. */
    String of(CellResult cell);

    /**
     * The way of the command line, for the newest run.
     *
     * @param command the command as the user called it
     */
    static Repetition byCommand(String command) {
        return cell -> word(command) + " replay " + cell.id();
    }

    /**
     * The way of the command line. It names the run, since a later run would be replayed otherwise.
     *
     * @param command the command as the user called it
     * @param run the run's folder
     */
    static Repetition byCommand(String command, Path run) {
        return cell -> byCommand(command, cell.id(), run).of(cell);
    }

    /**
     * The way of the command line, for a cell that has this id in its run, whatever it is shown as.
     *
     * @param command the command as the user called it
     * @param id the cell's id in the run
     * @param run the run's folder
     */
    static Repetition byCommand(String command, String id, Path run) {
        return cell -> word(command) + " replay " + id + " --in " + word(run.toString());
    }

    private static String word(String text) {
        return text.matches("[\\w.,:=/+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
