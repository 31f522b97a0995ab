package dev.interop.moqt.wire;

import java.util.Comparator;

/**
 * Where in a capture something was seen.
 *
 * @param packet the frame's number in the capture, from 1
 * @param time seconds since the capture's first frame
 * @param order what tells apart what one frame carries: counts up within it
 */
public record Place(long packet, double time, long order) implements Comparable<Place> {
    private static final Comparator<Place> CAPTURED =
            Comparator.comparingLong(Place::packet).thenComparingLong(Place::order);

    @Override
    public int compareTo(Place other) {
        return CAPTURED.compare(this, other);
    }

    @Override
    public String toString() {
        return "packet " + packet;
    }
}
