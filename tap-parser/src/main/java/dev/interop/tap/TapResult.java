package dev.interop.tap;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The result of one document: the whole stream or a subtest.
 *
 * <p>The parser does not know the producer's exit code and timeouts; combine the result with them outside. TAP 14, section
 * "Harness Behavior".
 *
 * @param ok whether no point failed and there is neither an error nor a bail-out
 * @param version the version in the version line
 * @param plan the plan that counts, its texts shortened to 4,096 characters
 * @param counts the points of this document, without those of its subtests
 * @param bailOut the reason of a bail-out at any level; an empty text if it has no reason
 * @param errors the codes of the errors in this document
 * @param warnings the codes of the warnings in this document
 * @param problems the problems of this document; of a stream at most {@link TapLimits#problems} are kept
 * @param problemsDropped the number of further problems of this document
 * @param explicitIds the printed numbers
 * @param duplicateIds the numbers that were printed more than once
 * @param effectiveIds the printed numbers and those assigned to points without one (rule R05); incomplete beyond
 *     {@link TapLimits#idRanges}
 * @param failedIds the effective numbers of the points that failed; incomplete beyond {@link TapLimits#idRanges}
 * @param malformedSequences the number of byte sequences in this document's lines that are not UTF-8
 */
public record TapResult(
        boolean ok,
        OptionalInt version,
        Optional<TapEvent.Plan> plan,
        TapCounts counts,
        Optional<String> bailOut,
        Set<ProblemCode> errors,
        Set<ProblemCode> warnings,
        List<TapEvent.Problem> problems,
        long problemsDropped,
        List<IdRange> explicitIds,
        List<IdRange> duplicateIds,
        List<IdRange> effectiveIds,
        List<IdRange> failedIds,
        long malformedSequences) {

    /** Whether the plan is {@code 1..0} and no point was run. */
    public boolean skippedAll() {
        return counts.points() == 0 && plan.filter(TapEvent.Plan::skipAll).isPresent();
    }

    /** This result with one more problem. */
    TapResult with(TapEvent.Problem problem) {
        boolean error = problem.severity() == Severity.ERROR;
        return new TapResult(
                ok && !error,
                version,
                plan,
                counts,
                bailOut,
                error ? plus(errors, problem.code()) : errors,
                error ? warnings : plus(warnings, problem.code()),
                Stream.concat(problems.stream(), Stream.of(problem)).toList(),
                problemsDropped,
                explicitIds,
                duplicateIds,
                effectiveIds,
                failedIds,
                malformedSequences);
    }

    private static Set<ProblemCode> plus(Set<ProblemCode> codes, ProblemCode code) {
        Set<ProblemCode> more = EnumSet.of(code);
        more.addAll(codes);
        return Collections.unmodifiableSet(more);
    }
}
