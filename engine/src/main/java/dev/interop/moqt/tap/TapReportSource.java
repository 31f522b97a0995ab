package dev.interop.moqt.tap;

import dev.interop.recording.Recording;
import dev.interop.verdict.ReportSource;
import dev.interop.verdict.ReportedOutcome;
import java.util.Optional;

/**
 * MoQT clients report in TAP 14 on their standard output, and the exit code has to agree with it: 0 all passed, 1
 * failures, 127 unsupported.
 *
 * @param asked the test case that the client was asked for; empty where it runs all that it has
 * @param pace how long it may take for that one
 */
public record TapReportSource(Optional<String> asked, DurationCheck pace) implements ReportSource {
    @Override
    public Optional<ReportedOutcome> of(Recording recording) {
        return Optional.of(new ReportEvaluator(recording, TapReport.of(recording), asked, pace).reported());
    }
}
