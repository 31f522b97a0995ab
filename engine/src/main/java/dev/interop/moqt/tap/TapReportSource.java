package dev.interop.moqt.tap;

import dev.interop.recording.Recording;
import dev.interop.verdict.ReportSource;
import dev.interop.verdict.ReportedOutcome;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Evaluates the TAP 14 report that a MoQT client prints to its standard output. The exit code has to agree with it: 0 if all
 * passed, 1 for failures, 127 for unsupported.
 *
 * @param asked the test case that the client was asked for; empty if it runs all its test cases
 * @param durationCheck checks the time that the client took for that test case
 */
@API(status = Status.INTERNAL)
public record TapReportSource(Optional<String> asked, DurationCheck durationCheck) implements ReportSource {
    @Override
    public String format() {
        return "tap";
    }

    @Override
    public Optional<ReportedOutcome> of(Recording recording) {
        return Optional.of(new ReportEvaluator(recording, TapReport.of(recording), asked, durationCheck).reported());
    }
}
