package dev.interop.tap;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Keeps {@code # Subtest} comments until their subtest begins. TAP 14, section "Commented Subtests".
 *
 * <p>In the specification the comment is at the parent's level and names a document one level deeper. Old versions of node-tap
 * and Perl write it at the subtest's own level. It then names that document, unless a deeper one is opened that has no comment
 * of its own.
 */
final class SubtestNames {

    /** A comment. */
    private record Announced(int level, String name) {}

    private static final String COMMENT = "# Subtest";
    private static final int AT_ONE_LEVEL = 2;

    private final Deque<Announced> waiting = new ArrayDeque<>();

    /** The name in a subtest comment, which may be an empty text; empty for any other comment. */
    static Optional<String> announcedBy(Line comment) {
        byte[] bytes = comment.bytes();
        int from = comment.content();
        int to = comment.end();
        if (!Ascii.startsWith(bytes, from, to, COMMENT)) {
            return Optional.empty();
        }
        int rest = from + COMMENT.length();
        if (rest == to || to == rest + 1 && bytes[rest] == ':') {
            return Optional.of("");
        }
        if (!Ascii.startsWith(bytes, rest, to, ": ")) {
            return Optional.empty();
        }
        return Optional.of(Kept.text(Escapes.unescape(comment.trimmed(rest + 2, to))));
    }

    void announce(int level, String name) {
        while (!waiting.isEmpty() && waiting.getLast().level() > level) {
            waiting.removeLast();
        }
        waiting.addLast(new Announced(level, name));
        forgetThird(level);
    }

    /** The names of the documents that a line at a level opens, by their levels. */
    Map<Integer, String> namesFor(int openLevel, int lineLevel) {
        if (waiting.isEmpty()) {
            return Map.of();
        }
        TreeMap<Integer, Announced> placed = placeAtLowest(openLevel, lineLevel);
        Map<Integer, String> names = new HashMap<>();
        int free = lineLevel;
        for (Map.Entry<Integer, Announced> entry : placed.descendingMap().entrySet()) {
            int level = Math.min(free, entry.getValue().level() + 1);
            names.put(level, entry.getValue().name());
            free = level - 1;
        }
        return names;
    }

    /** Assigns each comment to the outermost possible level. A comment without a level announced a subtest that did not come. */
    private TreeMap<Integer, Announced> placeAtLowest(int openLevel, int lineLevel) {
        TreeMap<Integer, Announced> placed = new TreeMap<>();
        int free = openLevel + 1;
        for (Announced announced : waiting) {
            int level = Math.max(free, announced.level());
            if (level <= lineLevel && level <= announced.level() + 1) {
                placed.put(level, announced);
                free = level + 1;
            }
        }
        return placed;
    }

    void clear() {
        waiting.clear();
    }

    /** Keeps two comments per level, since no more can name a subtest. */
    private void forgetThird(int level) {
        int same = 0;
        Iterator<Announced> latestFirst = waiting.descendingIterator();
        while (latestFirst.hasNext() && latestFirst.next().level() == level) {
            same++;
            if (same > AT_ONE_LEVEL) {
                latestFirst.remove();
            }
        }
    }
}
