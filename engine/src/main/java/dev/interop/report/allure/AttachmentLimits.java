package dev.interop.report.allure;

import dev.interop.verdict.Outcome;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How many bytes of what a cell left are shown.
 *
 * @param green of a cell that succeeded, was not run or is not supported, all files together
 * @param other of a cell that failed, is undecided or an error, all files together
 */
@API(status = Status.INTERNAL)
public record AttachmentLimits(long green, long other) {
    private static final long KIB = 1 << 10;
    private static final long MIB = 1 << 20;

    /** Of a run's own folder: all that is of use, but no bulk data. */
    public static final AttachmentLimits OF_A_RUN = new AttachmentLimits(256 * KIB, 4 * MIB);

    /**
     * Shares a site's space. Four parts of five go to the cells that somebody will look into; of a green cell among
     * thousands the output's end is left.
     *
     * @param bytes for all files of all cells
     * @param green how many cells need little
     * @param other how many need more
     */
    public static AttachmentLimits sharing(long bytes, long green, long other) {
        var small = Math.min(OF_A_RUN.green(), bytes / (other == 0 ? 1 : 5) / Math.max(1, green));
        return new AttachmentLimits(small, Math.min(OF_A_RUN.other(), (bytes - small * green) / Math.max(1, other)));
    }

    /** Whether a cell that came out so gets the larger share. */
    public static boolean wantsMore(Outcome outcome) {
        return switch (outcome) {
            case FAILED, UNDECIDED, ERROR -> true;
            case SUCCEEDED, UNSUPPORTED, SKIPPED -> false;
        };
    }

    long of(Outcome outcome) {
        return wantsMore(outcome) ? other : green;
    }
}
