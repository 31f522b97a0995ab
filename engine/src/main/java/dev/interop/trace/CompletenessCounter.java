package dev.interop.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Counts the frames of a capture that cannot be read, and those of each side. */
final class CompletenessCounter {
    /** How much is sent counts within this time: a slow transfer has as many frames as a flood. */
    private static final long WINDOW_NANOS = 10_000_000_000L;

    /** The link of 10 Mbit/s carries 8,500 full packets in that time, and fewer acknowledgements the other way. */
    private static final long FLOOD_FRAMES_OF_SIDE = 30_000;

    private static final long FLOOD_FRAMES = 60_000;

    /** The link carries 12.5 MB each way in that time. */
    private static final long FLOOD_BYTES = 32L << 20;

    /** More than the link carries within the longest limit of a test case that transfers all the time, 180 s. */
    private static final long FLOOD_BYTES_IN_ALL = 256L << 20;

    private final Map<Optional<Side>, UnreadFrames> unread = new LinkedHashMap<>();
    private final List<UnreadFrames> absent = new ArrayList<>();
    private final Map<Optional<Side>, Long> frames = new LinkedHashMap<>();
    private final Map<Optional<Side>, Long> inWindow = new HashMap<>();
    private long all;
    private long bytes;
    private long window;
    private long allInWindow;
    private long bytesInWindow;
    private boolean flooded;

    /**
     * Counts a frame of this side.
     *
     * @param nanos when it was captured
     */
    void frame(Optional<Side> from, long nanos, int length) {
        all++;
        bytes += length;
        frames.merge(from, 1L, Long::sum);
        if (nanos / WINDOW_NANOS != window) {
            window = nanos / WINDOW_NANOS;
            inWindow.clear();
            allInWindow = 0;
            bytesInWindow = 0;
        }
        allInWindow++;
        bytesInWindow += length;
        var ofSide = inWindow.merge(from, 1L, Long::sum);
        flooded |= ofSide >= FLOOD_FRAMES_OF_SIDE
                || allInWindow >= FLOOD_FRAMES
                || bytesInWindow >= FLOOD_BYTES
                || bytes >= FLOOD_BYTES_IN_ALL;
    }

    /** Counts a frame that cannot be read. */
    void unread(Optional<Side> from, long number, String why) {
        var known = unread.get(from);
        unread.put(
                from,
                known == null
                        ? new UnreadFrames(from, OptionalLong.of(1), OptionalLong.of(number), why)
                        : new UnreadFrames(
                                from, OptionalLong.of(known.count().orElse(0) + 1), known.first(), known.why()));
    }

    /** Notes frames that are not in the part of the capture that was read. */
    void absent(String why) {
        absent.add(new UnreadFrames(Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), why));
    }

    Completeness result() {
        var both = new ArrayList<>(unread.values());
        both.addAll(absent);
        return new Completeness(both, absent.isEmpty() ? Optional.empty() : flood());
    }

    /**
     * Only a flood fills the capture's buffer or exceeds its limits, and it does not matter which frames were lost. Its frames
     * may have any addresses, and the peer may answer them, so it is that of who sent most.
     */
    private Optional<Completeness.Flood> flood() {
        return frames.entrySet().stream()
                .filter(it -> flooded)
                .max(Map.Entry.comparingByValue())
                .map(it -> new Completeness.Flood(it.getKey(), it.getValue(), all));
    }
}
