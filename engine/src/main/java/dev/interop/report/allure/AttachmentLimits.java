package dev.interop.report.allure;

import dev.interop.verdict.Outcome;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Size limits of a cell's attachments in bytes.
 *
 * @param green the limit for a cell that succeeded, was not run or is not supported, for all files together
 * @param other the limit for a cell that failed, is undecided or an error, for all files together
 */
@API(status = Status.INTERNAL)
public record AttachmentLimits(long green, long other) {
    private static final long KIB = 1 << 10;
    private static final long MIB = 1 << 20;

    /** The limits in a run's own folder: all useful files, but no bulk data. */
    public static final AttachmentLimits OF_A_RUN = new AttachmentLimits(256 * KIB, 4 * MIB);

    /**
     * Divides a site's space. Four fifths go to the cells that somebody will examine. A green cell among thousands
     * keeps only the end of its output.
     *
     * @param bytes the space for all files of all cells
     * @param green the number of cells that get the smaller limit
     * @param other the number of cells that get the larger limit
     */
    public static AttachmentLimits sharing(long bytes, long green, long other) {
        var small = Math.min(OF_A_RUN.green(), bytes / (other == 0 ? 1 : 5) / Math.max(1, green));
        return new AttachmentLimits(small, Math.min(OF_A_RUN.other(), (bytes - small * green) / Math.max(1, other)));
    }

    /** Whether a cell with this outcome gets the larger limit. */
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
