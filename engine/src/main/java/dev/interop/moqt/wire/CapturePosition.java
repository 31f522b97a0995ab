package dev.interop.moqt.wire;

import java.util.Comparator;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A position in a capture.
 *
 * @param packet the frame's number in the capture, from 1
 * @param time seconds since the capture's first frame
 * @param order the position within the frame
 */
@API(status = Status.INTERNAL)
public record CapturePosition(long packet, double time, long order) implements Comparable<CapturePosition> {
    private static final Comparator<CapturePosition> CAPTURED =
            Comparator.comparingLong(CapturePosition::packet).thenComparingLong(CapturePosition::order);

    @Override
    public int compareTo(CapturePosition other) {
        return CAPTURED.compare(this, other);
    }

    @Override
    public String toString() {
        return "packet " + packet;
    }
}
