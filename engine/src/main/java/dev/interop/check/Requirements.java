package dev.interop.check;

import java.util.List;

/** All requirements, in the order in which they are shown. */
final class Requirements {
    static final List<Requirement> ALL = List.of(
            new ImageIsThere(),
            new FitsPlatform(),
            new RefusesUnknownTestCase(),
            new DoesATestCase(),
            new ReportsInTap(),
            new ReportAgreesWithExit(),
            new LeavesDownloads(),
            new LeavesPlainFiles(),
            new WritesKeylog(),
            new WritesQlog(),
            new StopsWhenAsked());

    private Requirements() {}
}
