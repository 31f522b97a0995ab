package dev.interop.cli.check;

import dev.interop.protocol.TestCase;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Verdict.Checked;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** All test cases but the first one that went well, a line each. */
final class OtherTestCases {
    private static final String SECTION = "6.1";

    private final CheckedCells trials;
    private final List<Subject> candidates;
    private final List<TestCase> tests;

    /**
     * @param candidates the same image with one peer or several
     * @param tests those that are wanted
     */
    OtherTestCases(CheckedCells trials, List<Subject> candidates, List<TestCase> tests) {
        this.trials = trials;
        this.candidates = candidates;
        this.tests = tests;
    }

    /** Runs them, and tells each as soon as it is known. What fails from the start is not gone through. */
    void examine(ImageEvidence evidence, Consumer<Checked> lines) {
        var first = evidence.run().filter(CheckedCell::wentWell);
        if (first.isEmpty()) {
            evidence.run().filter(it -> !it.isDeclined() && tests.size() > 1).ifPresent(it -> lines.accept(notRun(it)));
            return;
        }
        tests.stream()
                .filter(it -> !it.name().equals(first.get().test().name()))
                .map(it -> {
                    var answers = new Answers("test case " + it.name(), SECTION);
                    return new Checked(
                            answers.rule(), SECTION, answer(answers, first.get().subject(), it));
                })
                .forEach(lines);
    }

    private static Checked notRun(CheckedCell first) {
        var answers = new Answers("the other test cases", SECTION);
        return new Checked(
                answers.rule(),
                SECTION,
                answers.notAsked("not run after " + first.test().name() + " failed; choose with --tests"));
    }

    /** What comes of it, with this peer first. */
    CheckResult answer(Answers answers, Subject subject, TestCase test) {
        var tried = tried(subject, test);
        var well = tried.stream().filter(CheckedCell::wentWell).findFirst();
        var failed =
                tried.stream().filter(it -> it.isFailed() && !it.isPeersDoing()).toList();
        if (well.isPresent()) {
            return answer(answers, well.get(), before(failed));
        }
        return failed.isEmpty() ? answer(answers, tried.get(0), "") : notMet(answers, failed);
    }

    /** With the one that it went well with, and where it does not now, with the others. */
    private List<CheckedCell> tried(Subject subject, TestCase test) {
        var tried = new ArrayList<>(List.of(trials.of(subject, test)));
        for (var other : candidates) {
            var last = tried.get(tried.size() - 1);
            if (!other.equals(subject) && (last.isFailed() || last.isPeersDoing())) {
                tried.add(trials.of(other, test));
            }
        }
        return tried;
    }

    /** Whose fault it was is open where it goes well with another one. */
    private static String before(List<CheckedCell> failed) {
        return failed.stream()
                .findFirst()
                .map(it -> "; not so " + it.with() + ": " + it.why())
                .orElse("");
    }

    private static CheckResult answer(Answers answers, CheckedCell trial, String before) {
        return switch (trial.verdict().outcome()) {
            case SUCCEEDED -> answers.met(trial.with() + ": " + trial.passed() + before);
            case UNDECIDED, UNSUPPORTED, SKIPPED -> answers.notAsked(trial.with() + ": " + trial.why() + before);
            case FAILED, ERROR ->
                trial.isPeersDoing()
                        ? answers.notAsked(trial.with() + ": " + trial.why())
                        : notMet(answers, List.of(trial));
        };
    }

    private static CheckResult notMet(Answers answers, List<CheckedCell> failed) {
        var seen = failed.stream().map(it -> it.with() + ": " + it.why()).collect(Collectors.joining("; "));
        return answers.notMet(
                seen,
                "see output.txt and what else it left",
                failed.get(0).recording().folder());
    }
}
