package dev.interop.tap;

/**
 * The limits for one stream (rule R19). Exceeding a limit is reported, and no limit makes a failing stream pass.
 *
 * @param lineBytes the number of bytes kept of a line; the rest is dropped ({@code limit-line})
 * @param depth the number of levels of subtests ({@code limit-depth})
 * @param yamlBytes the number of bytes of a YAML block, including its indentation ({@code limit-yaml})
 * @param points the number of points that a {@link TapDocument} keeps ({@code limit-points})
 * @param problems the number of problems that a {@link TapResult} keeps ({@code limit-problems})
 * @param idRanges the number of ranges of point numbers that are kept to find repeated numbers ({@code limit-ids})
 */
public record TapLimits(int lineBytes, int depth, int yamlBytes, int points, int problems, int idRanges) {

    private static final int MEBIBYTE = 1 << 20;

    /** A line and a YAML block of 1 MiB each, 64 levels, 1,000,000 points, 1,000 problems, 65,536 ranges. */
    public static final TapLimits DEFAULT = new TapLimits(MEBIBYTE, 64, MEBIBYTE, 1_000_000, 1_000, 65_536);

    /** Refuses limits that are too small for a line such as {@code Bail out!}. */
    public TapLimits {
        if (lineBytes < 64 || depth < 0 || yamlBytes < 0 || points < 0 || problems < 0 || idRanges < 1) {
            throw new IllegalArgumentException("limits must not be negative, and a line must be allowed 64 bytes");
        }
    }

    /** These limits with another length of a line. */
    public TapLimits withLineBytes(int value) {
        return new TapLimits(value, depth, yamlBytes, points, problems, idRanges);
    }

    /** These limits with another depth. */
    public TapLimits withDepth(int value) {
        return new TapLimits(lineBytes, value, yamlBytes, points, problems, idRanges);
    }

    /** These limits with another size of a YAML block. */
    public TapLimits withYamlBytes(int value) {
        return new TapLimits(lineBytes, depth, value, points, problems, idRanges);
    }

    /** These limits with another number of points kept. */
    public TapLimits withPoints(int value) {
        return new TapLimits(lineBytes, depth, yamlBytes, value, problems, idRanges);
    }

    /** These limits with another number of problems kept. */
    public TapLimits withProblems(int value) {
        return new TapLimits(lineBytes, depth, yamlBytes, points, value, idRanges);
    }

    /** These limits with another number of id ranges. */
    public TapLimits withIdRanges(int value) {
        return new TapLimits(lineBytes, depth, yamlBytes, points, problems, value);
    }
}
