package dev.interop.cli.check;

import java.util.List;

/** All requirements, in the order in which they are shown. */
final class Requirements {
    /** Those that one test case shows. */
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

    /** Those that its end in the midst of one shows. */
    static final List<Requirement> OF_THE_END = List.of(new StopsWhenAsked());

    private Requirements() {}
}
