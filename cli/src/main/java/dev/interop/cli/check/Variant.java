package dev.interop.cli.check;

import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Verdict.Checked;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A check over another transport, or in another draft, than the first cell.
 *
 * @param name the name, such as {@code over webtransport}
 * @param candidates the same image with one peer or several; empty if there is an obstacle
 * @param obstacle the reason why the variant cannot be checked; empty if it can
 * @param change the change to suggest if it fails
 */
@API(status = Status.INTERNAL)
public record Variant(String name, List<Subject> candidates, String obstacle, String change) {
    private static final String SECTION = "6.3";

    public Variant {
        candidates = List.copyOf(candidates);
    }

    /** Runs the test case of the first cell in this variant, if the first cell went well. */
    Checked examine(CheckedCells cells, CheckedCell first) {
        var answers = new Answers("test case " + first.test().name() + " " + name, SECTION);
        return new Checked(answers.rule(), SECTION, answer(answers, cells, first));
    }

    private CheckResult answer(Answers answers, CheckedCells cells, CheckedCell first) {
        if (candidates.isEmpty()) {
            return answers.notChecked(obstacle);
        }
        if (!first.wentWell()) {
            return answers.notChecked("not run after " + first.test().name() + " failed");
        }
        var answer = new OtherTestCases(cells.in(name.replace(' ', '-')), candidates, List.of(first.test()), List.of())
                .answer(answers, candidates.get(0), first.test());
        return answer instanceof CheckResult.Failed failed
                ? new CheckResult.Failed(failed.findings().stream()
                        .map(it -> new Finding(it.rule(), it.section(), change, it.seen(), it.evidence()))
                        .toList())
                : answer;
    }
}
