package dev.interop.verdict;

import dev.interop.verdict.Verdict.Checked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The checks that were made of a cell, and what follows from them.
 *
 * @param checks each with what it said
 */
record Made(List<Checked> checks) {
    /** The verdict where the client claims nothing: only checks can make a cell succeed. */
    Verdict judge(Optional<Endings.Failure> failure) {
        var findings = findings(failure);
        if (!findings.isEmpty()) {
            return failed(failure.map(Endings.Failure::code).orElse(ReasonCode.CHECK_FAILED), findings);
        }
        return undecided()
                .map(reason -> new Verdict(Outcome.UNDECIDED, reason, findings, checks))
                .orElseGet(() -> new Verdict(Outcome.SUCCEEDED, passed(), findings, checks));
    }

    /** The verdict where the client claims a pass, or failed: a claim is proven, stands alone or is contradicted. */
    Verdict judge(Optional<Endings.Failure> failure, Statement said, Trust trust) {
        var findings = findings(failure);
        if (failure.isPresent()) {
            return failed(failure.get().code(), findings).with(new Claim(said.points(), Optional.empty()));
        }
        var proof = proof(findings);
        var claim = new Claim(said.points(), Optional.of(proof));
        if (proof == Proof.CONTRADICTED && trust == Trust.WIRE) {
            return failed(ReasonCode.CONTRADICTED, findings).with(claim);
        }
        var reason = proof == Proof.PROVEN
                ? passed()
                : new Reason(ReasonCode.CLAIMED, said.reason().text() + "; " + doubt(findings));
        return new Verdict(Outcome.SUCCEEDED, reason, findings, checks, Optional.of(claim));
    }

    private Proof proof(List<Finding> findings) {
        if (!findings.isEmpty()) {
            return Proof.CONTRADICTED;
        }
        return checks.isEmpty() || undecided().isPresent() ? Proof.CLAIMED : Proof.PROVEN;
    }

    private String doubt(List<Finding> findings) {
        return findings.isEmpty()
                ? "not proven: " + undecided().map(Reason::text).orElse("there is no check for it")
                : "contradicted, which decides nothing here: " + Wording.of(findings);
    }

    /** What ended the cell, which the reason's code is about; then what checks found, first what can be looked at. */
    private List<Finding> findings(Optional<Endings.Failure> failure) {
        var found = new ArrayList<Finding>();
        for (var check : checks) {
            if (check.result() instanceof CheckResult.Failed failed) {
                found.addAll(failed.findings());
            }
        }
        found.sort(Comparator.comparing(it -> it.evidence().packet().isEmpty()));
        return Stream.concat(failure.map(Endings.Failure::findings).stream().flatMap(List::stream), found.stream())
                .toList();
    }

    private Optional<Reason> undecided() {
        return checks.stream()
                .filter(it -> it.result() instanceof CheckResult.Undecided)
                .findFirst()
                .map(it -> {
                    var open = ((CheckResult.Undecided) it.result()).reason();
                    return new Reason(open.code(), it.rule() + ": " + open.text());
                });
    }

    private Reason passed() {
        return new Reason(ReasonCode.CHECKS_PASSED, checks.size() + " checks passed");
    }

    private Verdict failed(ReasonCode code, List<Finding> findings) {
        return new Verdict(Outcome.FAILED, new Reason(code, Wording.of(findings)), findings, checks);
    }
}
