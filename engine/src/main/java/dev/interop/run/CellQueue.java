package dev.interop.run;

import dev.interop.plan.Cell;
import dev.interop.testbed.lane.Lane;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Hands out cells to lanes, each once. Some cells mostly wait for the network, others keep the processors busy. As long
 * as there are both, half of the lanes get waiting cells and the other half busy ones. A single lane keeps the plan's
 * order.
 */
final class CellQueue {
    /** About the time that starting and ending a cell takes. */
    private static final Duration LONG_WAIT = Duration.ofSeconds(2);

    private final int lanes;
    private final Deque<Cell> waiting = new ArrayDeque<>();
    private final Deque<Cell> busy = new ArrayDeque<>();
    private final Set<Lane> lanesThatWait = new HashSet<>();

    CellQueue(List<Cell> cells, int lanes) {
        this.lanes = lanes;
        for (var cell : cells) {
            (lanes > 1 && waits(cell) ? waiting : busy).add(cell);
        }
    }

    /** Returns the lane's next cell after its former one has ended. Empty when no cell is left. */
    synchronized Optional<Cell> next(Lane lane) {
        lanesThatWait.remove(lane);
        var preferWaiting = lanesThatWait.size() < lanes / 2;
        var cell = Optional.ofNullable((preferWaiting ? waiting : busy).poll())
                .or(() -> Optional.ofNullable((preferWaiting ? busy : waiting).poll()));
        cell.filter(CellQueue::waits).ifPresent(it -> lanesThatWait.add(lane));
        return cell;
    }

    private static boolean waits(Cell cell) {
        return cell.test().networkTime().compareTo(LONG_WAIT) >= 0;
    }
}
