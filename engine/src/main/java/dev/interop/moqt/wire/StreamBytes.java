package dev.interop.moqt.wire;

import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * One direction of a stream: its bytes from the first on, as far as they were seen without a gap.
 *
 * @param bytes these bytes
 * @param places where in the capture the byte at an offset, and those up to the next offset, were seen first
 * @param cut why there is more that is not among the bytes; empty when there is not
 */
record StreamBytes(Bytes bytes, NavigableMap<Integer, CapturePosition> places, Optional<String> cut) {
    /** Where the byte at an offset below the number of bytes was seen first. */
    CapturePosition place(int offset) {
        return places.floorEntry(offset).getValue();
    }

    /** Where the last of the bytes from one offset up to, not with, another was seen, in whichever order they came. */
    CapturePosition complete(int from, int to) {
        return places.subMap(places.floorKey(from), true, Math.max(from, to - 1), true).values().stream()
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
