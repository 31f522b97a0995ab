package dev.interop.run;

import dev.interop.result.CellResult;
import dev.interop.verdict.ReasonCode;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a cell is run again: its outcome was not its own doing. */
enum Rerun {
    /** The container engine went away, or did not answer; the cell runs again once it answers. */
    ENGINE(ReasonCode.ENGINE_LOST, 2, true),
    /** The disk was full, perhaps because of another cell; the cell runs again once there may be room. */
    ROOM(ReasonCode.DISK_FULL, 2, true),
    /** The machine was too busy; the cell runs again at the end of the run. */
    LOAD(ReasonCode.OVERLOADED, 1, false);

    private final ReasonCode code;
    private final int most;
    private final boolean interrupting;

    /**
     * @param most how often a cell is run again for this reason
     * @param interrupting whether further cells would fail for the same reason
     */
    Rerun(ReasonCode code, int most, boolean interrupting) {
        this.code = code;
        this.most = most;
        this.interrupting = interrupting;
    }

    /** The reason to run a cell with this result again, if there is one. */
    static Optional<Rerun> of(CellResult attempt) {
        return Stream.of(values())
                .filter(it -> it.code.equals(attempt.verdict().reason().code()))
                .findFirst();
    }

    boolean isInterrupting() {
        return interrupting;
    }

    /** Whether a cell with these results before is run once more. */
    boolean allows(long times) {
        return times < most;
    }

    ReasonCode code() {
        return code;
    }
}
