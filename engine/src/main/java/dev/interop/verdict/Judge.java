package dev.interop.verdict;

import dev.interop.recording.Recording;
import dev.interop.trace.DissectionTool;
import dev.interop.trace.Keylog;
import dev.interop.trace.TraceReader;
import dev.interop.trace.TraceUnavailable;
import dev.interop.verdict.Verdict.Checked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides what is to be said of a recording. A pure function of its folder: what the endpoints claim by their exit
 * codes can make a cell fail or unsupported, but only checks can make it succeed.
 */
public final class Judge {
    private final TraceReader reader;

    /**
     * A judge that reads captures with this tool.
     *
     * @param tool runs tshark; not used where no check needs more than unprotected headers
     */
    public Judge(DissectionTool tool) {
        this.reader = new TraceReader(tool);
    }

    /**
     * Judges a cell. First what the harness, the images and the endpoints' own 127 make of it, then what ended it, then
     * the checks; these are also made of a cell that failed as a whole, because they often show why.
     *
     * @param checks what must hold
     */
    public Verdict judge(Recording recording, List<Check> checks) {
        var endings = new Endings(recording);
        return endings.withoutChecks().orElseGet(() -> decide(endings.failure(), make(recording, checks)));
    }

    private List<Checked> make(Recording recording, List<Check> checks) {
        var evidence = new RecordedEvidence(recording, reader);
        boolean keys = Keylog.of(recording).isPresent();
        var made = new ArrayList<Checked>();
        for (var check : checks) {
            var result = check.needsKeys() && !keys ? withoutKeys() : examine(check, evidence);
            made.add(new Checked(check.rule(), check.section(), result));
        }
        return made;
    }

    private static CheckResult withoutKeys() {
        return new CheckResult.Undecided(
                new Reason(ReasonCode.NO_KEYLOG, "neither side wrote a keylog with the secrets that the check needs"));
    }

    private static CheckResult examine(Check check, Evidence evidence) {
        try {
            return check.examine(evidence);
        } catch (TraceUnavailable e) {
            var code = e.isMissing() ? ReasonCode.NO_TRACE : ReasonCode.TRACE_UNREADABLE;
            return new CheckResult.Undecided(new Reason(code, e.getMessage()));
        }
    }

    private static Verdict decide(Optional<Endings.Failure> failure, List<Checked> checks) {
        var findings = new ArrayList<Finding>();
        failure.ifPresent(it -> findings.add(it.finding()));
        Optional<Reason> undecided = Optional.empty();
        for (var check : checks) {
            if (check.result() instanceof CheckResult.Failed failed) {
                findings.addAll(failed.findings());
            } else if (check.result() instanceof CheckResult.Undecided open && undecided.isEmpty()) {
                undecided = Optional.of(new Reason(
                        open.reason().code(),
                        check.rule() + ": " + open.reason().text()));
            }
        }
        if (!findings.isEmpty()) {
            var code = failure.map(Endings.Failure::code).orElse(ReasonCode.CHECK_FAILED);
            return new Verdict(Outcome.FAILED, new Reason(code, Wording.of(findings)), findings, checks);
        }
        return undecided
                .map(reason -> new Verdict(Outcome.UNDECIDED, reason, findings, checks))
                .orElseGet(() -> new Verdict(
                        Outcome.SUCCEEDED,
                        new Reason(ReasonCode.CHECKS_PASSED, checks.size() + " checks passed"),
                        findings,
                        checks));
    }
}
