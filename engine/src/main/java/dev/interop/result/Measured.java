package dev.interop.result;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The result of a measurement.
 *
 * @param unit the unit of the values, such as {@code kbps}
 * @param values one value for each repetition
 * @param mean their mean
 * @param deviation their standard deviation
 */
@API(status = Status.EXPERIMENTAL)
public record Measured(String unit, List<Double> values, double mean, double deviation) {
    public Measured {
        values = List.copyOf(values);
    }
}
