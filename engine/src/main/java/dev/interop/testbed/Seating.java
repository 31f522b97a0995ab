package dev.interop.testbed;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Who sits where in a lane; a seat is free again when the last of those who sit there has left. */
final class Seating {
    private final LanePlaces places;
    private final Map<CellContainer, Seat> seats = new HashMap<>();
    private final Set<CellContainer> gone = new HashSet<>();

    Seating(LanePlaces places) {
        this.places = places;
    }

    synchronized void sit(CellContainer container, Seat seat) {
        seats.put(container, seat);
    }

    /** A container has ended, or was to, and what it left has been taken. */
    synchronized void leave(CellContainer container) {
        gone.add(container);
        var seat = seats.get(container);
        var sitting =
                seats.keySet().stream().filter(it -> seats.get(it) == seat).toList();
        if (!gone.containsAll(sitting)) {
            return;
        }
        if (sitting.stream().allMatch(CellContainer::isOver)) {
            places.left(seat);
        } else {
            places.lost(seat);
        }
    }
}
