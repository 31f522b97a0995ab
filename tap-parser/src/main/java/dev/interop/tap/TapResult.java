package dev.interop.tap;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The verdict on one document: the whole stream, or one subtest.
 *
 * <p>The exit code of the producer and a time-out are not the parser's to know; merge them outside. TAP 14, section
 * "Harness Behavior".
 *
 * @param ok no point failed, no error was found and nobody bailed out
 * @param version the version declared
 * @param plan the plan that stands, its texts cut to 4,096 characters
 * @param counts the points of this document, without those of its subtests
 * @param bailOut the reason of a bail-out, at any level; empty text without a reason
 * @param errors the codes of the errors in this document
 * @param warnings the codes of the warnings in this document
 * @param problems the problems of this document; of a stream at most {@link TapLimits#problems} are kept
 * @param problemsDropped the problems of this document beyond that
 * @param explicitIds the numbers printed
 * @param duplicateIds the numbers printed more than once
 * @param effectiveIds the numbers printed, and those given to points that print none (rule R05); not complete beyond
 *     {@link TapLimits#idRanges}
 * @param failedIds the effective numbers of the points that failed; not complete beyond {@link TapLimits#idRanges}
 * @param malformedSequences the sequences of bytes in this document's lines that were not UTF-8
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

    /** Whether the plan says that nothing is run, and nothing was. */
    public boolean skippedAll() {
        return counts.points() == 0 && plan.filter(TapEvent.Plan::skipAll).isPresent();
    }

    /** The same with one more problem. */
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
