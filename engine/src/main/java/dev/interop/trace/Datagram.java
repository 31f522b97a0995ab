package dev.interop.trace;

/**
 * A UDP datagram in a capture.
 *
 * @param number the frame's number in the capture, from 1
 * @param time seconds since the capture's first frame
 * @param from which side sent it
 * @param source where it came from
 * @param destination where it went to
 * @param ecn the two bits of Explicit Congestion Notification: 0 not capable, 1 ECT(1), 2 ECT(0), 3 CE (RFC 3168 §5)
 * @param length bytes of UDP payload
 */
public record Datagram(long number, double time, Side from, Address source, Address destination, int ecn, int length) {}
