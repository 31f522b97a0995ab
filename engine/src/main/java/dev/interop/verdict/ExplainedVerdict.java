package dev.interop.verdict;

import dev.interop.trace.DissectionFailed;
import dev.interop.trace.TraceUnavailable;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts what an explanation finds before the findings of a failed verdict. */
final class ExplainedVerdict {
    private static final System.Logger LOG = System.getLogger(ExplainedVerdict.class.getName());

    private final Explanation explanation;
    private final Evidence evidence;

    ExplainedVerdict(Explanation explanation, Evidence evidence) {
        this.explanation = explanation;
        this.evidence = evidence;
    }

    Verdict of(Verdict verdict) {
        if (verdict.outcome() != Outcome.FAILED) {
            return verdict;
        }
        var found = findings();
        if (found.isEmpty()) {
            return verdict;
        }
        var all = Stream.concat(found.stream(), verdict.findings().stream()).toList();
        return new Verdict(
                verdict.outcome(),
                new Reason(verdict.reason().code(), Wording.of(all)),
                all,
                verdict.checks(),
                verdict.claim(),
                verdict.around());
    }

    private List<Finding> findings() {
        return unlessItFails(explanation::explain, List.of());
    }

    /** Whether the cell had to fail however fast the machine was. */
    boolean isSettled() {
        return unlessItFails(explanation::isSettled, false);
    }

    /** The cell has failed without an explanation, too: nothing that prevents one is an error. */
    private <T> T unlessItFails(Function<Evidence, T> question, T otherwise) {
        try {
            return question.apply(evidence);
        } catch (TraceUnavailable | DissectionFailed unknown) {
            return otherwise;
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            LOG.log(System.Logger.Level.WARNING, "an explanation failed", e);
            return otherwise;
        }
    }
}
