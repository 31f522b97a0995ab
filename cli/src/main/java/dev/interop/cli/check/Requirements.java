package dev.interop.cli.check;

import dev.interop.protocol.Protocol;
import java.util.ArrayList;
import java.util.List;

/** All requirements, in the order in which they are shown. */
final class Requirements {
    /** The requirements that a stop in the middle of a cell shows. */
    static final List<Requirement> OF_THE_END = List.of(new StopsWhenAsked());

    private Requirements() {}

    /** The requirements that one cell of this protocol shows. */
    static List<Requirement> ofATestCase(Protocol protocol) {
        var all = new ArrayList<>(
                List.of(new ImageIsThere(), new FitsPlatform(), new RefusesUnknownTestCase(), new DoesATestCase()));
        var reports = protocol.contract().reportRequirements();
        all.add(new ReportIsComplete(reports));
        reports.exitCode().map(ReportAgreesWithExit::new).ifPresent(all::add);
        all.addAll(List.of(new LeavesDownloads(), new LeavesPlainFiles(), new WritesKeylog(), new WritesQlog()));
        return all;
    }
}
