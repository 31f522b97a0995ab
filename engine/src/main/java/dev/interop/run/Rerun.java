package dev.interop.run;

import dev.interop.result.CellResult;
import dev.interop.verdict.ReasonCode;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a cell is run again: its outcome was not its own doing, or that of chance. */
enum Rerun {
    /** The container engine went away, or did not answer; the cell runs again once it answers. */
    ENGINE(Optional.of(ReasonCode.ENGINE_LOST), 2, true),
    /** The disk was full, perhaps because of another cell; the cell runs again once there may be room. */
    ROOM(Optional.of(ReasonCode.DISK_FULL), 2, true),
    /** The machine was too busy; the cell runs again at the end of the run. */
    LOAD(Optional.of(ReasonCode.OVERLOADED), 1, false),
    /** Chance decides the test case; the cell runs again, as often as {@link Retries} says. */
    CHANCE(Optional.empty(), 0, false);

    private final Optional<ReasonCode> code;
    private final int most;
    private final boolean interrupting;

    /**
     * @param code the reason of such an outcome
     * @param most how often a cell is run again for this reason
     * @param interrupting whether further cells would fail for the same reason
     */
    Rerun(Optional<ReasonCode> code, int most, boolean interrupting) {
        this.code = code;
        this.most = most;
        this.interrupting = interrupting;
    }

    /** The reason to run a cell with this result again, if there is one. */
    static Optional<Rerun> of(CellResult attempt) {
        return Stream.of(values())
                .filter(it -> it.isFor(attempt.verdict().reason().code()))
                .findFirst();
    }

    boolean isInterrupting() {
        return interrupting;
    }

    /** Whether a cell with these results before is run once more. */
    boolean allows(long times) {
        return times < most;
    }

    /** Whether this is the reason of the outcomes that it is for. */
    boolean isFor(ReasonCode other) {
        return code.filter(other::equals).isPresent();
    }
}
