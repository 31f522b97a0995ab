package dev.interop.trace;

/**
 * A captured frame.
 *
 * @param number the frame's number in the capture, from 1
 * @param nanos the time of capture, in nanoseconds since the epoch
 * @param linkType the type of the first header (a LINKTYPE_ value of the pcap format)
 * @param bytes the captured bytes, which may be fewer than were sent
 * @param sentLength the number of bytes that were sent
 */
record Frame(long number, long nanos, int linkType, byte[] bytes, long sentLength) {
    /** Whether the capture has only the first bytes of the frame. */
    boolean isCut() {
        return bytes.length < sentLength;
    }
}
