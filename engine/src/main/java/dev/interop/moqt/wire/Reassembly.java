package dev.interop.moqt.wire;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Joins the fragments of one direction of a stream by their offsets (RFC 9000 §2.2). Fragments may be out of order, repeated
 * and overlapping. If a byte was captured several times, the first one counts.
 */
final class Reassembly {
    /** A control message has at most 64 KiB, and a test case sends a few dozen small ones. */
    static final int MAX_BYTES = 1 << 20;

    /** Pieces by offset, which do not overlap and end before the limit. */
    private final NavigableMap<Integer, StreamFragment> pieces = new TreeMap<>();

    private boolean more;

    private Reassembly() {}

    static StreamBytes join(Collection<StreamFragment> fragments) {
        var reassembly = new Reassembly();
        fragments.stream().sorted(Comparator.comparing(StreamFragment::place)).forEach(reassembly::add);
        return reassembly.joined();
    }

    private void add(StreamFragment fragment) {
        if (fragment.bytes().isEmpty()) {
            return;
        }
        if (fragment.offset() < 0 || fragment.offset() >= MAX_BYTES) {
            more = true;
            return;
        }
        int start = (int) fragment.offset();
        int end = Math.min(start + fragment.bytes().size(), MAX_BYTES);
        more |= end < start + fragment.bytes().size();
        for (int at = start; at < end; ) {
            var covering = pieces.floorEntry(at);
            if (covering != null && end(covering.getValue()) > at) {
                at = end(covering.getValue());
                continue;
            }
            var next = pieces.higherKey(at);
            int stop = next == null ? end : Math.min(end, next);
            pieces.put(at, part(fragment, at, stop));
            at = stop;
        }
    }

    private static int end(StreamFragment piece) {
        return (int) piece.offset() + piece.bytes().size();
    }

    private static StreamFragment part(StreamFragment whole, int from, int to) {
        int start = (int) whole.offset();
        if (from == start && to == start + whole.bytes().size()) {
            return whole;
        }
        var bytes = whole.bytes().slice(from - start, to - start);
        return new StreamFragment(whole.connection(), whole.stream(), whole.from(), from, bytes, whole.place());
    }

    private StreamBytes joined() {
        var places = new TreeMap<Integer, CapturePosition>();
        int end = 0;
        for (var piece : pieces.values()) {
            if (piece.offset() != end) {
                break;
            }
            places.put(end, piece.place());
            end = end(piece);
        }
        var bytes = ByteBuffer.allocate(end);
        pieces.headMap(end).values().forEach(it -> it.bytes().copyTo(bytes));
        return new StreamBytes(Bytes.of(bytes.array()), places, cut(end));
    }

    private Optional<String> cut(int end) {
        var next = pieces.ceilingKey(end);
        if (next != null) {
            return Optional.of("bytes " + end + " to " + (next - 1) + " are not in the capture");
        }
        return more ? Optional.of("only its first " + MAX_BYTES + " bytes are read") : Optional.empty();
    }
}
