package dev.interop.testbed.cell;

import dev.interop.testbed.lane.SandboxPool;
import dev.interop.testbed.lane.SandboxSlot;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The containers in a lane's slots. A slot is free again once its last container is released. */
final class SlotLeases {
    private final SandboxPool sandboxes;
    private final Map<CellContainer, SandboxSlot> slots = new HashMap<>();
    private final Set<CellContainer> gone = new HashSet<>();

    SlotLeases(SandboxPool sandboxes) {
        this.sandboxes = sandboxes;
    }

    synchronized void enter(CellContainer container, SandboxSlot slot) {
        slots.put(container, slot);
    }

    /** The slots with containers that are not released. */
    synchronized Set<SandboxSlot> occupied() {
        var occupied = EnumSet.noneOf(SandboxSlot.class);
        slots.forEach((container, slot) -> {
            if (!gone.contains(container)) {
                occupied.add(slot);
            }
        });
        return occupied;
    }

    /** Releases a container whose files have been copied. */
    synchronized void leave(CellContainer container) {
        gone.add(container);
        var slot = slots.get(container);
        var inSlot = slots.keySet().stream().filter(it -> slots.get(it) == slot).toList();
        if (!gone.containsAll(inSlot)) {
            return;
        }
        if (inSlot.stream().allMatch(CellContainer::isOver)) {
            sandboxes.release(slot);
        } else {
            sandboxes.lost(slot);
        }
    }
}
