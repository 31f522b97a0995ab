package dev.interop.report;

import dev.interop.result.CellResult;
import dev.interop.result.CellStatus;
import java.util.EnumSet;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Cells whose result is known beforehand, or is to be: what is known, and how they came out, in one line. */
@API(status = Status.INTERNAL)
public final class KnownCells {
    private static final Set<CellStatus> STATUSES = EnumSet.of(CellStatus.KNOWN, CellStatus.STALE, CellStatus.FLAKY);

    private KnownCells() {}

    /** Whether a cell is one. */
    public static boolean isOne(CellResult cell) {
        return STATUSES.contains(cell.status());
    }

    /** The line. */
    public static String text(CellResult cell) {
        var headline = FailureCard.headline(cell);
        return cell.status() == CellStatus.STALE
                ? headline
                : FailureCard.known(cell).map(it -> it + "; " + headline).orElse(headline);
    }
}
