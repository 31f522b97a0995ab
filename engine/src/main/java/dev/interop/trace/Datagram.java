package dev.interop.trace;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A UDP datagram in a capture.
 *
 * @param number the frame's number in the capture, from 1
 * @param time seconds since the capture's first frame
 * @param from the side that sent it
 * @param source the source address
 * @param destination the destination address
 * @param ecn the two bits of Explicit Congestion Notification: 0 not capable, 1 ECT(1), 2 ECT(0), 3 CE (RFC 3168 §5)
 * @param length the number of bytes of the UDP payload
 * @param fingerprint a hash of the UDP payload, by which a datagram is found again in the capture of the other side
 */
@API(status = Status.EXPERIMENTAL)
public record Datagram(
        long number,
        double time,
        Side from,
        Address source,
        Address destination,
        int ecn,
        int length,
        long fingerprint) {
    /** Creates a datagram whose payload is unlike that of any other number. */
    public Datagram(long number, double time, Side from, Address source, Address destination, int ecn, int length) {
        this(number, time, from, source, destination, ecn, length, number);
    }
}
