package dev.interop.trace;

/**
 * One UDP datagram (filled in by the dissection).
 *
 * @param number the frame's number in the capture, from 1
 * @param time seconds since the capture's first frame
 */
public record Packet(long number, double time) {}
