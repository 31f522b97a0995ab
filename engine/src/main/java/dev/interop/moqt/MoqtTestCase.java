package dev.interop.moqt;

import dev.interop.moqt.tap.DurationCheck;
import dev.interop.moqt.tap.TapReportSource;
import dev.interop.protocol.TestCase;
import dev.interop.protocol.TestFile;
import dev.interop.verdict.ReportSource;
import java.util.List;
import java.util.Optional;

/** Defaults of the MoQT test cases: the client runs the test case and reports in TAP 14; the relay serves every test case. */
interface MoqtTestCase extends TestCase {
    @Override
    default String clientTestcase() {
        return name();
    }

    /** Empty, since the relay does not get the test case. */
    @Override
    default String serverTestcase() {
        return name();
    }

    @Override
    default List<TestFile> files() {
        return List.of();
    }

    /** None: client and relay meet directly. */
    @Override
    default Optional<String> scenario() {
        return Optional.empty();
    }

    @Override
    default ReportSource reportSource() {
        return new TapReportSource(Optional.of(name()), new DurationCheck(limit()));
    }
}
