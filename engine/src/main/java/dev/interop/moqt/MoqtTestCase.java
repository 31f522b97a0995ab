package dev.interop.moqt;

import dev.interop.moqt.tap.DurationCheck;
import dev.interop.moqt.tap.TapReportSource;
import dev.interop.protocol.TestCase;
import dev.interop.protocol.TestFile;
import dev.interop.verdict.ReportSource;
import java.util.List;
import java.util.Optional;

/** What the MoQT test cases share: the client runs them and reports points in TAP 14, a relay serves all alike. */
interface MoqtTestCase extends TestCase {
    @Override
    default String clientTestcase() {
        return name();
    }

    /** A relay serves all test cases alike. */
    @Override
    default String serverTestcase() {
        return name();
    }

    @Override
    default List<TestFile> files() {
        return List.of();
    }

    /** Client and relay meet directly. */
    @Override
    default Optional<String> scenario() {
        return Optional.empty();
    }

    @Override
    default ReportSource reportSource() {
        return new TapReportSource(Optional.of(name()), new DurationCheck(limit()));
    }
}
