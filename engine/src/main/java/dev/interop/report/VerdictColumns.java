package dev.interop.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.interop.trace.PacketsAround.NearbyDatagram;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Claim;
import dev.interop.verdict.ClaimedCase;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Proof;
import dev.interop.verdict.Reason;
import dev.interop.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/** The properties of a line of {@code cells.jsonl} about the verdict. */
record VerdictColumns(
        @JsonProperty(required = true) Outcome outcome,
        @JsonProperty(required = true) Reason reason,
        @JsonProperty(required = true) List<Finding> findings,
        @JsonProperty(required = true) List<CheckColumn> checks,
        Optional<ClaimColumn> claim,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<NearbyDatagram> around) {
    static VerdictColumns of(Verdict it) {
        return new VerdictColumns(
                it.outcome(),
                it.reason(),
                it.findings(),
                it.checks().stream().map(CheckColumn::of).toList(),
                it.claim().map(ClaimColumn::of),
                it.around());
    }

    Verdict verdict() {
        return new Verdict(
                outcome,
                reason,
                findings,
                checks.stream().map(it -> it.checked(findings)).toList(),
                claim.map(it -> new Claim(it.format, it.points, it.proof, it.parts)),
                around);
    }

    /** A check. The findings of a failed check are the cell's findings with the same rule. */
    private record CheckColumn(
            @JsonProperty(required = true) String rule,
            @JsonProperty(required = true) String section,
            @JsonProperty(required = true) String result,
            Optional<Reason> reason) {
        static CheckColumn of(Verdict.Checked it) {
            if (it.result() instanceof CheckResult.Undecided undecided) {
                return new CheckColumn(it.rule(), it.section(), "undecided", Optional.of(undecided.reason()));
            }
            var result = it.result() instanceof CheckResult.Failed ? "failed" : "passed";
            return new CheckColumn(it.rule(), it.section(), result, Optional.empty());
        }

        Verdict.Checked checked(List<Finding> findings) {
            return new Verdict.Checked(
                    rule,
                    section,
                    switch (result) {
                        case "failed" ->
                            new CheckResult.Failed(findings.stream()
                                    .filter(it -> it.rule().equals(rule))
                                    .toList());
                        case "undecided" ->
                            new CheckResult.Undecided(reason.orElseThrow(
                                    () -> new IllegalArgumentException("an undecided check has no reason")));
                        case "passed" -> new CheckResult.Passed();
                        default -> throw new IllegalArgumentException("'%s' is no check's result".formatted(result));
                    });
        }
    }

    /** A client's claim, with the number of parts for each proof if the cell covers several test cases. */
    private record ClaimColumn(
            @JsonProperty(required = true) String format,
            long points,
            Optional<Proof> proof,
            Optional<Long> proven,
            Optional<Long> claimed,
            Optional<Long> contradicted,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
            List<ClaimedCase> parts) {
        static ClaimColumn of(Claim it) {
            return new ClaimColumn(
                    it.format(),
                    it.points(),
                    it.proof(),
                    count(it, Proof.PROVEN),
                    count(it, Proof.CLAIMED),
                    count(it, Proof.CONTRADICTED),
                    it.parts());
        }

        private static Optional<Long> count(Claim claim, Proof proof) {
            return Optional.of(claim.parts(proof)).filter(it -> !claim.parts().isEmpty());
        }
    }
}
