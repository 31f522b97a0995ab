package dev.interop.cli.check;

import java.util.List;

/** All requirements, in the order in which they are shown. */
final class Requirements {
    /** The requirements that one cell shows. */
    static final List<Requirement> OF_A_TEST_CASE = List.of(
            new ImageIsThere(),
            new FitsPlatform(),
            new RefusesUnknownTestCase(),
            new DoesATestCase(),
            new ReportsInTap(),
            new ReportAgreesWithExit(),
            new LeavesDownloads(),
            new LeavesPlainFiles(),
            new WritesKeylog(),
            new WritesQlog());

    /** The requirements that a stop in the middle of a cell shows. */
    static final List<Requirement> OF_THE_END = List.of(new StopsWhenAsked());

    private Requirements() {}
}
