package dev.interop.verdict;

import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The value that a test case measures in each cell that passed its checks. A measure has no state: the same evidence gives the same value. */
@API(status = Status.EXPERIMENTAL)
public interface Measure {
    /** The unit of the values, such as {@code kbps}. */
    String unit();

    /** The value of one repetition of a cell; empty if its evidence has none. */
    OptionalDouble value(Evidence evidence);
}
