package dev.interop.result;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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

    /** The result of these values; the deviation is that of a sample, 0 for a single value. */
    public static Measured of(String unit, List<Double> values) {
        var mean = values.stream().mapToDouble(it -> it).average().orElseThrow();
        var squares =
                values.stream().mapToDouble(it -> (it - mean) * (it - mean)).sum();
        return new Measured(unit, values, mean, values.size() == 1 ? 0 : Math.sqrt(squares / (values.size() - 1)));
    }

    /** Mean and deviation in the words of the public runner: {@code 9413 (± 22) kbps}. */
    public String text() {
        return String.format(Locale.ROOT, "%.0f (± %.0f) %s", mean, deviation, unit);
    }

    /** All values: {@code 9400, 9426}. */
    public String valuesText() {
        return values.stream().map(it -> String.format(Locale.ROOT, "%.0f", it)).collect(Collectors.joining(", "));
    }
}
