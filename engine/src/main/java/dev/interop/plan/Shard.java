package dev.interop.plan;

import dev.interop.UserError;
import java.util.HashSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One of several parts of a plan, each run on a machine of its own. The parts of the same plan have no cell in common and
 * together have all; they differ by one cell at most. Neighbours go to different parts, so that each has some of every
 * pair and of every test case.
 *
 * @param number which part, from 1
 * @param of how many there are
 */
public record Shard(int number, int of) {
    /** More parts than any CI system has machines are a typing error. */
    private static final int MOST = 1000;

    private static final Pattern FORM = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

    /** The whole plan. */
    public static final Shard WHOLE = new Shard(1, 1);

    public Shard {
        if (number < 1 || number > of || of > MOST) {
            throw new UserError("shard %d/%d: the first number must be between 1 and the second, which is at most %d"
                    .formatted(number, of, MOST));
        }
    }

    /**
     * Reads {@code 2/5}.
     *
     * @throws UserError when it is nothing of the kind
     */
    public static Shard parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new UserError(
                    "interop.shard: '%s' is not understood; it takes a part of a number of parts, such as 2/5"
                            .formatted(text));
        }
        return new Shard(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    /**
     * This part of a plan.
     *
     * @throws UserError when no cell is left for it
     */
    public Plan of(Plan plan) {
        if (of == 1) {
            return plan;
        }
        var all = plan.all().toList();
        var mine = new HashSet<String>();
        IntStream.range(0, all.size())
                // Turned by one each time, else a part would have the same test cases of every pair.
                .filter(it -> (it + it / of) % of == number - 1)
                .forEach(it -> mine.add(all.get(it).id()));
        if (mine.isEmpty()) {
            throw new UserError(
                    "shard %d/%d: the plan has only %d cells; make fewer parts".formatted(number, of, all.size()));
        }
        return plan.only(it -> mine.contains(it.id()));
    }
}
