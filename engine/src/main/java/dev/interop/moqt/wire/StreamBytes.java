package dev.interop.moqt.wire;

import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * One direction of a stream from its first byte to the first gap.
 *
 * @param bytes the bytes
 * @param places the positions in the capture, by the offset of the first byte that was captured there
 * @param cut why the stream has further bytes that are missing here; empty if it has none
 */
record StreamBytes(Bytes bytes, NavigableMap<Integer, CapturePosition> places, Optional<String> cut) {
    /** The position of the byte at an offset. */
    CapturePosition place(int offset) {
        return places.floorEntry(offset).getValue();
    }

    /** The position at which all bytes from one offset up to another, which is excluded, had been captured. */
    CapturePosition complete(int from, int to) {
        return places.subMap(places.floorKey(from), true, Math.max(from, to - 1), true).values().stream()
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
