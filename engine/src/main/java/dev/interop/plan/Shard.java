package dev.interop.plan;

import dev.interop.UserError;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The n-th of m disjoint parts of a plan, each of which runs on its own machine. Every cell of the plan is in exactly one
 * shard, and all shards take about the same time, as far as the test cases say ({@link BalancedParts}). Neighbouring cells go
 * to different shards, so that each shard has a mix of pairs and test cases.
 *
 * @param number the number of this shard, from 1
 * @param of the number of shards
 */
@API(status = Status.INTERNAL)
public record Shard(int number, int of) {
    /** A higher number of shards is taken for a typing error. */
    private static final int MAX_SHARDS = 1000;

    private static final Pattern FORM = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

    /** The only shard of a plan that is not split. */
    public static final Shard WHOLE = new Shard(1, 1);

    public Shard {
        if (number < 1 || number > of || of > MAX_SHARDS) {
            throw new UserError("shard %s/%s: the first number must be between 1 and the second, which is at most %s"
                    .formatted(number, of, MAX_SHARDS));
        }
    }

    /**
     * Parses a shard such as {@code 2/5}.
     *
     * @throws UserError when the text does not have this form
     */
    public static Shard parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new UserError("interop.shard: '%s' is not a shard; write NUMBER/COUNT, such as 2/5".formatted(text));
        }
        return new Shard(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    /**
     * Returns this shard's part of a plan.
     *
     * @throws UserError when the plan has fewer cells than there are shards and none is left for this one
     */
    public Plan of(Plan plan) {
        if (of == 1) {
            return plan;
        }
        if (plan.all().count() < of) {
            throw new UserError("shard %s/%s: the plan has only %s cells; use fewer shards"
                    .formatted(number, of, plan.all().count()));
        }
        var running = BalancedParts.of(plan.cells(), of).get(number - 1);
        // These take no time; they begin at the last shard, so that none is empty while there are enough cells.
        var skipped = BalancedParts.of(
                        plan.skipped().stream().map(Skipped::cell).toList(), of)
                .get(of - number);
        var mine =
                Stream.concat(running.stream(), skipped.stream()).map(Cell::id).collect(Collectors.toSet());
        return plan.only(it -> mine.contains(it.id()));
    }
}
