package dev.interop.tap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A set of numbers, stored as ranges. Adding the next higher number takes constant time, any other number logarithmic time.
 *
 * <p>The number of ranges is bounded over all sets of a stream by their {@link Budget} (rule R19).
 */
final class IdSet {

    /** The number of ranges that all sets of a stream may have together. */
    static final class Budget {
        private int left;

        Budget(int ranges) {
            this.left = ranges;
        }
    }

    /** The result of adding a number. */
    enum Added {
        NEW,
        KNOWN,
        NO_ROOM
    }

    private final Budget budget;
    private final TreeMap<Long, Long> earlier = new TreeMap<>();
    private long first;
    private long last = -1;

    IdSet(Budget budget) {
        this.budget = budget;
    }

    boolean isEmpty() {
        return last < first;
    }

    Added add(long id) {
        if (isEmpty()) {
            first = id;
            last = id;
            return Added.NEW;
        }
        if (id > 0 && id - 1 == last) {
            last = id;
            joinNext();
            return Added.NEW;
        }
        if (id >= first && id <= last) {
            return Added.KNOWN;
        }
        return addApart(id);
    }

    long min() {
        return earlier.isEmpty() ? first : Math.min(first, earlier.firstKey());
    }

    long max() {
        return earlier.isEmpty() ? last : Math.max(last, earlier.lastEntry().getValue());
    }

    /** The ranges in ascending order. */
    List<IdRange> ranges() {
        if (isEmpty()) {
            return List.of();
        }
        if (earlier.isEmpty()) {
            return List.of(new IdRange(first, last));
        }
        TreeMap<Long, Long> all = new TreeMap<>(earlier);
        all.put(first, last);
        List<IdRange> ranges = new ArrayList<>(all.size());
        all.forEach((from, to) -> ranges.add(new IdRange(from, to)));
        return List.copyOf(ranges);
    }

    /** Removes all numbers and returns their ranges to the budget. */
    void clear() {
        budget.left += earlier.size();
        earlier.clear();
        first = 0;
        last = -1;
    }

    /** Starts a new current range at the number and stores the previous one. */
    private Added addApart(long id) {
        Map.Entry<Long, Long> below = earlier.floorEntry(id);
        if (below != null && below.getValue() >= id) {
            return Added.KNOWN;
        }
        if (budget.left == 0) {
            return Added.NO_ROOM;
        }
        budget.left--;
        earlier.put(first, last);
        first = id;
        last = id;
        Map.Entry<Long, Long> before = earlier.lowerEntry(id);
        if (before != null && before.getValue() == id - 1) {
            first = before.getKey();
            forget(first);
        }
        joinNext();
        return Added.NEW;
    }

    private void joinNext() {
        if (earlier.isEmpty() || last == Long.MAX_VALUE) {
            return;
        }
        Long end = earlier.get(last + 1);
        if (end != null) {
            forget(last + 1);
            last = end;
        }
    }

    private void forget(long start) {
        earlier.remove(start);
        budget.left++;
    }
}
