package dev.interop.history;

import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How often a cell failed in its last runs. The interval is Wilson's score interval of 95 % (E. B. Wilson, "Probable
 * Inference, the Law of Succession, and Statistical Inference", JASA 22, 1927), which holds for few runs, too.
 *
 * @param failed the number of runs in which it failed, at its first attempt if it had several
 * @param runs the number of runs in which it came to a verdict
 */
@API(status = Status.INTERNAL)
public record FailureRate(int failed, int runs) {
    /** The quantile of the normal distribution that leaves 2.5 % on each side. */
    private static final double Z = 1.959964;

    private static final int PERCENT = 100;

    /**
     * The rate in the newest of these entries that came to a verdict.
     *
     * @param entries of one cell, the oldest first
     * @param last how many of them count
     */
    public static FailureRate of(List<CellEntry> entries, int last) {
        var newest = newest(entries, last);
        var failed = newest.stream().filter(CellEntry::failed).count();
        return new FailureRate((int) failed, newest.size());
    }

    /** The newest entries that came to a verdict, the oldest first. */
    static List<CellEntry> newest(List<CellEntry> entries, int last) {
        var decided = entries.stream().filter(CellEntry::isDecided).toList();
        return decided.subList(Math.max(0, decided.size() - last), decided.size());
    }

    /** The lower end of the interval, from 0 to 1. */
    public double low() {
        return runs == 0 ? 0 : Math.max(0, centre() - half());
    }

    /** The upper end of the interval, from 0 to 1. */
    public double high() {
        return runs == 0 ? 1 : Math.min(1, centre() + half());
    }

    private double centre() {
        return (share() + Z * Z / (2 * runs)) / (1 + Z * Z / runs);
    }

    private double half() {
        var variance = share() * (1 - share()) / runs + Z * Z / (4.0 * runs * runs);
        return Z / (1 + Z * Z / runs) * Math.sqrt(variance);
    }

    private double share() {
        return (double) failed / runs;
    }

    /** The interval: {@code 5 % to 36 %}. */
    public String interval() {
        return String.format(Locale.ROOT, "%.0f %% to %.0f %%", low() * PERCENT, high() * PERCENT);
    }

    /** In words: {@code failed in 3 of 20 runs before (95 % interval: 5 % to 36 %)}. */
    public String text() {
        return "failed in %s of %s runs before (95 %% interval: %s)".formatted(failed, runs, interval());
    }
}
