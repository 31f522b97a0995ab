package dev.interop.verdict;

import dev.interop.trace.PacketsAround.NearbyDatagram;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The verdict on a cell.
 *
 * @param outcome the outcome
 * @param reason the reason for the outcome
 * @param findings all violations, in the order in which they are shown
 * @param checks all checks in order, with their results
 * @param claim the client's claim, if it reports
 * @param around the packets around the first finding with a packet, dissected as deep as the checks needed; where no finding
 *     has one and an endpoint gave up, the last packets on the client's side
 */
@API(status = Status.EXPERIMENTAL)
public record Verdict(
        Outcome outcome,
        Reason reason,
        List<Finding> findings,
        List<Checked> checks,
        Optional<Claim> claim,
        List<NearbyDatagram> around) {
    public Verdict {
        findings = List.copyOf(findings);
        checks = List.copyOf(checks);
        around = List.copyOf(around);
    }

    /** A verdict on a client that does not report. */
    public Verdict(Outcome outcome, Reason reason, List<Finding> findings, List<Checked> checks) {
        this(outcome, reason, findings, checks, Optional.empty(), List.of());
    }

    /** A verdict on a client that reports. */
    public Verdict(
            Outcome outcome, Reason reason, List<Finding> findings, List<Checked> checks, Optional<Claim> claim) {
        this(outcome, reason, findings, checks, claim, List.of());
    }

    /**
     * A check with its result.
     *
     * @param rule the check's rule
     * @param section the section of the specification
     * @param result the result
     */
    public record Checked(String rule, String section, CheckResult result) {}

    /** The endpoint that caused the first violation, if that is known. */
    public Optional<AtFault> atFault() {
        return findings.stream().findFirst().flatMap(Finding::atFault);
    }

    /** Returns a copy with this claim. */
    public Verdict with(Claim newClaim) {
        return new Verdict(outcome, reason, findings, checks, Optional.of(newClaim), around);
    }

    /** Returns a copy with this reason. */
    public Verdict with(Reason other) {
        return new Verdict(outcome, other, findings, checks, claim, around);
    }

    /** Returns a copy with these packets around the first finding with a packet. */
    public Verdict with(List<NearbyDatagram> packets) {
        return new Verdict(outcome, reason, findings, checks, claim, packets);
    }

    /** Returns a copy with this outcome for this reason, whatever the checks found. */
    Verdict as(Outcome newOutcome, Reason newReason) {
        return new Verdict(newOutcome, newReason, findings, checks, claim, around);
    }

    /** A verdict without checks. */
    public static Verdict of(Outcome outcome, ReasonCode code, String text) {
        return of(outcome, new Reason(code, text));
    }

    /** A verdict without checks. */
    public static Verdict of(Outcome outcome, Reason reason) {
        return new Verdict(outcome, reason, List.of(), List.of());
    }
}
