package dev.interop.trace;

/**
 * A frame as a capture holds it.
 *
 * @param number from 1
 * @param nanos when it was captured, nanoseconds since the epoch
 * @param linkType what its first header is (the LINKTYPE_ values of the pcap format)
 * @param bytes what was captured of it
 */
record Frame(long number, long nanos, int linkType, byte[] bytes) {}
