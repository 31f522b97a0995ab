package dev.interop.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Counts the frames of a capture that cannot be read, and those of each side. */
final class CompletenessCounter {
    /** An honest transfer of 25 MB with as much TCP traffic beside it has fewer frames of one side, and in all. */
    private static final long FLOOD_FRAMES_OF_SIDE = 50_000;

    private static final long FLOOD_FRAMES = 100_000;

    /** Twice as much as of that transfer: frames may have 64 KiB. */
    private static final long FLOOD_BYTES = 128L << 20;

    private final Map<Optional<Side>, UnreadFrames> unread = new LinkedHashMap<>();
    private final List<UnreadFrames> absent = new ArrayList<>();
    private final Map<Optional<Side>, Long> frames = new LinkedHashMap<>();
    private long all;
    private long bytes;

    /** Counts a frame of this side. */
    void frame(Optional<Side> from, int length) {
        all++;
        bytes += length;
        frames.merge(from, 1L, Long::sum);
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
                .max(Map.Entry.comparingByValue())
                .filter(it -> it.getValue() >= FLOOD_FRAMES_OF_SIDE || all >= FLOOD_FRAMES || bytes >= FLOOD_BYTES)
                .map(it -> new Completeness.Flood(it.getKey(), it.getValue(), all));
    }
}
