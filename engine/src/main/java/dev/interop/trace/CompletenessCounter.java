package dev.interop.trace;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Counts the frames of a capture that cannot be read, and those of each side. */
final class CompletenessCounter {
    /**
     * An honest transfer of 25 MB has fewer frames of one side. The capture's buffer holds some thousand frames, so that a
     * side that makes it lose frames has sent far more than that.
     */
    private static final long FLOOD_FRAMES = 50_000;

    private static final double FLOOD_SHARE = 0.9;

    private final Map<Optional<Side>, UnreadFrames> unread = new LinkedHashMap<>();
    private final List<UnreadFrames> absent = new ArrayList<>();
    private final Map<Side, Long> frames = new EnumMap<>(Side.class);
    private long all;

    /** Counts a frame of this side. */
    void frame(Optional<Side> from) {
        all++;
        from.ifPresent(it -> frames.merge(it, 1L, Long::sum));
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

    /** Only a flood fills the capture's buffer or exceeds its limits, and it does not matter which frames were lost. */
    private Optional<Completeness.Flood> flood() {
        return frames.entrySet().stream()
                .filter(it -> it.getValue() >= FLOOD_FRAMES && it.getValue() >= FLOOD_SHARE * all)
                .findFirst()
                .map(it -> new Completeness.Flood(it.getKey(), it.getValue(), all));
    }
}
