package dev.interop.verdict;

import dev.interop.trace.PacketsAround.Neighbour;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What is decided of a cell.
 *
 * @param outcome how it came out
 * @param reason why
 * @param findings everything that is not as it must be; the first one is the one to show first
 * @param checks every check that was made, in order, with what it said
 * @param claim what the client reported, where it reports
 * @param around the packets around the one that the first finding with a packet names, as far as their contents were
 *     looked at
 */
@API(status = Status.EXPERIMENTAL)
public record Verdict(
        Outcome outcome,
        Reason reason,
        List<Finding> findings,
        List<Checked> checks,
        Optional<Claim> claim,
        List<Neighbour> around) {
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
     * A check that was made.
     *
     * @param rule its rule
     * @param section where the rule comes from
     * @param result what it said
     */
    public record Checked(String rule, String section, CheckResult result) {}

    /** The same verdict on a client that claimed this. */
    public Verdict with(Claim made) {
        return new Verdict(outcome, reason, findings, checks, Optional.of(made), around);
    }

    /** The same verdict with these packets around the one that its first finding with a packet names. */
    public Verdict with(List<Neighbour> packets) {
        return new Verdict(outcome, reason, findings, checks, claim, packets);
    }

    /** A verdict without any check made. */
    public static Verdict of(Outcome outcome, ReasonCode code, String text) {
        return of(outcome, new Reason(code, text));
    }

    /** A verdict without any check made. */
    public static Verdict of(Outcome outcome, Reason reason) {
        return new Verdict(outcome, reason, List.of(), List.of());
    }
}
