package dev.interop.result;

import dev.interop.expectation.Expected;
import dev.interop.expectation.SeenCell;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What is compared with the known failing and known flaky cells, and how it compares.
 *
 * @param reported the results that the client reported and that passed or failed, in order
 * @param expected how the cell, and these results, compare
 */
@API(status = Status.EXPERIMENTAL)
public record Comparison(List<SeenCell.Part> reported, List<Expected> expected) {
    /** Of a cell without reported results, of which nothing is known. */
    public static final Comparison NONE = new Comparison(List.of(), List.of());

    public Comparison {
        reported = List.copyOf(reported);
        expected = List.copyOf(expected);
    }
}
