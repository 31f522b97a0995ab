package dev.interop.testbed.cell;

import dev.interop.testbed.lane.SandboxPool;
import dev.interop.testbed.lane.SandboxSlot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Who sits where in a lane; a seat is free again when the last of those who sit there has left. */
final class SlotLeases {
    private final SandboxPool sandboxes;
    private final Map<CellContainer, SandboxSlot> slots = new HashMap<>();
    private final Set<CellContainer> gone = new HashSet<>();

    SlotLeases(SandboxPool sandboxes) {
        this.sandboxes = sandboxes;
    }

    synchronized void sit(CellContainer container, SandboxSlot slot) {
        slots.put(container, slot);
    }

    /** A container has ended, or was to, and what it left has been taken. */
    synchronized void leave(CellContainer container) {
        gone.add(container);
        var slot = slots.get(container);
        var sitting =
                slots.keySet().stream().filter(it -> slots.get(it) == slot).toList();
        if (!gone.containsAll(sitting)) {
            return;
        }
        if (sitting.stream().allMatch(CellContainer::isOver)) {
            sandboxes.left(slot);
        } else {
            sandboxes.lost(slot);
        }
    }
}
