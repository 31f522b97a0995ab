package dev.interop.cli.check;

import java.util.List;

/**
 * A further way than the one that is gone first: over another transport, or in another draft.
 *
 * @param name which, such as {@code over webtransport}
 * @param candidates the same image on this way, with one peer or several; empty where it cannot be gone
 * @param obstacle why it cannot
 * @param change what to change where it does not go well
 */
public record Variant(String name, List<Subject> candidates, String obstacle, String change) {
    private static final String SECTION = "6.3";

    public Variant {
        candidates = List.copyOf(candidates);
    }

    /** Goes it with the test case of the first one, if that went well. */
    Inspection.Line examine(CheckedCells trials, CheckedCell first) {
        var test = first.test();
        return new Inspection.Line("test case " + test.name() + " " + name, SECTION, answer(trials, first));
    }

    private RequirementResult answer(CheckedCells trials, CheckedCell first) {
        if (candidates.isEmpty()) {
            return new RequirementResult.NotAsked(obstacle);
        }
        if (!first.wentWell()) {
            return new RequirementResult.NotAsked(
                    "not run after " + first.test().name() + " failed");
        }
        var answer = new OtherTestCases(trials.in(name.replace(' ', '-')), candidates, List.of(first.test()))
                .answer(candidates.get(0), first.test());
        return answer instanceof RequirementResult.NotMet not
                ? new RequirementResult.NotMet(not.seen(), change, not.where())
                : answer;
    }
}
