package dev.interop.report;

import dev.interop.result.CellResult;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Says how a user runs a cell again. Only users of the command line have its commands. */
@FunctionalInterface
@API(status = Status.INTERNAL)
public interface Repetition {
    /** The command or parameters that run this cell again. */
    String of(CellResult cell);

    /** The way of the command line. */
    static Repetition byCommand() {
        return cell -> "./interop replay " + cell.id();
    }
}
