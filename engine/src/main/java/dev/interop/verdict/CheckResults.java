package dev.interop.verdict;

import dev.interop.verdict.Verdict.Checked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The results of a cell's checks, and the verdict that follows from them.
 *
 * @param checks each check with its result
 * @param parts the checks of each test case, in a cell that covers several
 */
record CheckResults(List<Checked> checks, Map<String, List<Checked>> parts) {
    /**
     * @param applied the checks
     * @param checked their results, in the same order
     */
    static CheckResults of(List<Check> applied, List<Checked> checked) {
        var parts = new HashMap<String, List<Checked>>();
        for (int i = 0; i < applied.size(); i++) {
            var result = checked.get(i);
            applied.get(i)
                    .casePart()
                    .ifPresent(it ->
                            parts.computeIfAbsent(it, none -> new ArrayList<>()).add(result));
        }
        return new CheckResults(checked, parts);
    }

    /** The verdict on a client that does not report: only checks can make the cell succeed. */
    Verdict judge(Optional<TerminationRules.Failure> failure) {
        var findings = findings(failure);
        if (!findings.isEmpty()) {
            return failed(failure.map(TerminationRules.Failure::code).orElse(ReasonCode.CHECK_FAILED), findings);
        }
        return undecided()
                .map(reason -> new Verdict(Outcome.UNDECIDED, reason, findings, checks))
                .orElseGet(() -> new Verdict(Outcome.SUCCEEDED, passed(), findings, checks));
    }

    /** The verdict on a client that reports: a claimed pass is proven, only claimed or contradicted. */
    Verdict judge(Optional<TerminationRules.Failure> failure, ReportedOutcome reported, Trust trust) {
        var findings = findings(failure);
        var claimed = reported.parts().stream().map(this::claimed).toList();
        if (failure.isPresent()) {
            return failed(failure.get().code(), findings).with(new Claim(reported.points(), Optional.empty(), claimed));
        }
        var proof = weakest(proof(findings), claimed);
        var claim = new Claim(reported.points(), Optional.of(proof), claimed);
        if (proof == Proof.CONTRADICTED && trust == Trust.WIRE) {
            return failed(ReasonCode.CONTRADICTED, findings).with(claim);
        }
        var reason = proof == Proof.PROVEN
                ? passed()
                : new Reason(ReasonCode.CLAIMED, reported.reason().text() + "; " + unprovenText(findings, claimed));
        return new Verdict(Outcome.SUCCEEDED, reason, findings, checks, Optional.of(claim));
    }

    /** Evaluates the claim about one test case. */
    private ClaimedCase claimed(String name) {
        var own = new CheckResults(parts.getOrDefault(name, List.of()), Map.of());
        var findings = own.findings(Optional.empty());
        var proof = own.proof(findings);
        return new ClaimedCase(
                name,
                proof,
                switch (proof) {
                    case PROVEN -> own.passed().text();
                    case CONTRADICTED -> Wording.of(findings);
                    case CLAIMED -> own.undecided().map(Reason::text).orElse("no check for " + name);
                });
    }

    private static Proof weakest(Proof whole, List<ClaimedCase> parts) {
        return Stream.concat(Stream.of(whole), parts.stream().map(ClaimedCase::proof))
                .max(Comparator.naturalOrder())
                .orElse(whole);
    }

    private Proof proof(List<Finding> findings) {
        if (!findings.isEmpty()) {
            return Proof.CONTRADICTED;
        }
        return checks.isEmpty() || undecided().isPresent() ? Proof.CLAIMED : Proof.PROVEN;
    }

    private String unprovenText(List<Finding> findings, List<ClaimedCase> claimed) {
        return findings.isEmpty()
                ? "not proven: "
                        + unproven(claimed)
                                .or(() -> undecided().map(Reason::text))
                                .orElse("there is no check for it")
                : "contradicted, which does not change the outcome here: " + Wording.of(findings);
    }

    private static Optional<String> unproven(List<ClaimedCase> claimed) {
        var open = claimed.stream().filter(it -> it.proof() == Proof.CLAIMED).toList();
        return open.stream()
                .findFirst()
                .map(it -> "%s of %s test cases, the first: %s".formatted(open.size(), claimed.size(), it.reason()));
    }

    /**
     * The findings in the order in which they are shown: first the one that ended the cell and gave the reason's code,
     * then those of checks that name a packet, then the other ones.
     */
    private List<Finding> findings(Optional<TerminationRules.Failure> failure) {
        var found = new ArrayList<Finding>();
        for (var check : checks) {
            if (check.result() instanceof CheckResult.Failed failed) {
                found.addAll(failed.findings());
            }
        }
        found.sort(Comparator.comparing(it -> it.evidence().packet().isEmpty()));
        return Stream.concat(
                        failure.map(TerminationRules.Failure::findings).stream().flatMap(List::stream), found.stream())
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
