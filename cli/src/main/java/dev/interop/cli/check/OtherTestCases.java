package dev.interop.cli.check;

import dev.interop.protocol.TestCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    void examine(ImageEvidence evidence, Consumer<Inspection.Line> lines) {
        var first = evidence.run().filter(CheckedCell::wentWell);
        if (first.isEmpty()) {
            evidence.run().filter(it -> !it.isDeclined() && tests.size() > 1).ifPresent(it -> lines.accept(notRun(it)));
            return;
        }
        tests.stream()
                .filter(it -> !it.name().equals(first.get().test().name()))
                .map(it -> line("test case " + it.name(), answer(first.get().subject(), it)))
                .forEach(lines);
    }

    private static Inspection.Line notRun(CheckedCell first) {
        return line(
                "the other test cases",
                new RequirementResult.NotAsked(
                        "not run after " + first.test().name() + " failed; choose with --tests"));
    }

    private static Inspection.Line line(String text, RequirementResult answer) {
        return new Inspection.Line(text, SECTION, answer);
    }

    /** What comes of it, with this peer first. */
    RequirementResult answer(Subject subject, TestCase test) {
        var tried = tried(subject, test);
        var well = tried.stream().filter(CheckedCell::wentWell).findFirst();
        var failed =
                tried.stream().filter(it -> it.isFailed() && !it.isPeersDoing()).toList();
        if (well.isPresent()) {
            return answer(well.get(), before(failed));
        }
        return failed.isEmpty() ? answer(tried.get(0), "") : notMet(failed);
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

    private static RequirementResult answer(CheckedCell trial, String before) {
        return switch (trial.verdict().outcome()) {
            case SUCCEEDED -> new RequirementResult.Met(trial.with() + ": " + trial.passed() + before);
            case UNDECIDED, UNSUPPORTED, SKIPPED ->
                new RequirementResult.NotAsked(trial.with() + ": " + trial.why() + before);
            case FAILED, ERROR ->
                trial.isPeersDoing()
                        ? new RequirementResult.NotAsked(trial.with() + ": " + trial.why())
                        : notMet(List.of(trial));
        };
    }

    private static RequirementResult notMet(List<CheckedCell> failed) {
        var seen = failed.stream().map(it -> it.with() + ": " + it.why()).collect(Collectors.joining("; "));
        return new RequirementResult.NotMet(
                seen,
                "see output.txt and what else it left",
                Optional.of(failed.get(0).recording().folder()));
    }
}
