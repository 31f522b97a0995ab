package dev.interop.cli.check;

import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Verdict.Checked;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A further way than the one that is gone first: over another transport, or in another draft.
 *
 * @param name which, such as {@code over webtransport}
 * @param candidates the same image on this way, with one peer or several; empty where it cannot be gone
 * @param obstacle why it cannot
 * @param change what to change where it does not go well
 */
@API(status = Status.INTERNAL)
public record Variant(String name, List<Subject> candidates, String obstacle, String change) {
    private static final String SECTION = "6.3";

    public Variant {
        candidates = List.copyOf(candidates);
    }

    /** Goes it with the test case of the first one, if that went well. */
    Checked examine(CheckedCells trials, CheckedCell first) {
        var answers = new Answers("test case " + first.test().name() + " " + name, SECTION);
        return new Checked(answers.rule(), SECTION, answer(answers, trials, first));
    }

    private CheckResult answer(Answers answers, CheckedCells trials, CheckedCell first) {
        if (candidates.isEmpty()) {
            return answers.notAsked(obstacle);
        }
        if (!first.wentWell()) {
            return answers.notAsked("not run after " + first.test().name() + " failed");
        }
        var answer = new OtherTestCases(trials.in(name.replace(' ', '-')), candidates, List.of(first.test()))
                .answer(answers, candidates.get(0), first.test());
        return answer instanceof CheckResult.Failed failed
                ? new CheckResult.Failed(failed.findings().stream()
                        .map(it -> new Finding(it.rule(), it.section(), change, it.seen(), it.evidence()))
                        .toList())
                : answer;
    }
}
