package dev.interop.cli.check;

import dev.interop.protocol.ContractCase;
import dev.interop.protocol.TestCase;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Verdict.Checked;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks all test cases except the first one that went well, and the contract's further ones, with a line for each. */
final class OtherTestCases {
    private static final String SECTION = "6.1";

    private final CheckedCells cells;
    private final List<Subject> candidates;
    private final List<TestCase> tests;
    private final List<ContractCase> further;

    /**
     * @param candidates the same image with one peer or several
     * @param tests the selected test cases
     * @param further the contract's further ones
     */
    OtherTestCases(CheckedCells cells, List<Subject> candidates, List<TestCase> tests, List<ContractCase> further) {
        this.cells = cells;
        this.candidates = candidates;
        this.tests = tests;
        this.further = further;
    }

    /** Runs the test cases and reports each as soon as it is known. If already the first cell failed, none is run. */
    void examine(ImageEvidence evidence, Consumer<Checked> lines) {
        var first = evidence.run().filter(CheckedCell::wentWell);
        if (first.isEmpty()) {
            evidence.run().filter(it -> !it.isDeclined() && tests.size() > 1).ifPresent(it -> lines.accept(notRun(it)));
            return;
        }
        var others = tests.stream()
                .filter(it -> !it.name().equals(first.get().test().name()))
                .map(it -> new ContractCase("test case " + it.name(), SECTION, it));
        Stream.concat(others, further.stream())
                .map(it -> checked(first.get().subject(), it))
                .forEach(lines);
    }

    private Checked checked(Subject subject, ContractCase it) {
        return new Checked(it.rule(), it.section(), answer(new Answers(it.rule(), it.section()), subject, it.test()));
    }

    private static Checked notRun(CheckedCell first) {
        var answers = new Answers("the other test cases", SECTION);
        return new Checked(
                answers.rule(),
                SECTION,
                answers.notChecked("not run after " + first.test().name() + " did not pass; choose with --tests"));
    }

    /** The result of a test case, which is tried with this peer first. */
    CheckResult answer(Answers answers, Subject subject, TestCase test) {
        var tried = tried(subject, test);
        var well = tried.stream().filter(CheckedCell::wentWell).findFirst();
        var failed =
                tried.stream().filter(it -> it.isFailed() && !it.isPeersFault()).toList();
        if (well.isPresent()) {
            return answer(answers, well.get(), before(failed));
        }
        return failed.isEmpty() ? answer(answers, tried.get(0), "") : notMet(answers, failed);
    }

    /** Runs a test case with the peer of the first cell, and with the others if that fails. */
    private List<CheckedCell> tried(Subject subject, TestCase test) {
        var tried = new ArrayList<>(List.of(cells.of(subject, test)));
        for (var other : candidates) {
            var last = tried.get(tried.size() - 1);
            if (!other.equals(subject) && (last.isFailed() || last.isPeersFault()) && !Peers.areEnough(tried)) {
                tried.add(cells.of(other, test));
            }
        }
        return tried;
    }

    /** The failure with an earlier peer; which endpoint was at fault is open if another peer goes well. */
    private static String before(List<CheckedCell> failed) {
        return failed.stream()
                .findFirst()
                .map(it -> "; failed with " + it.peerName() + ": " + it.reasonText())
                .orElse("");
    }

    private static CheckResult answer(Answers answers, CheckedCell cell, String before) {
        return switch (cell.verdict().outcome()) {
            case SUCCEEDED -> answers.met("with " + cell.peerName() + ": " + cell.passed() + before);
            case UNDECIDED, UNSUPPORTED, SKIPPED ->
                answers.notChecked(cell, "with " + cell.peerName() + ": " + cell.reasonText() + before);
            case FAILED, ERROR ->
                cell.isPeersFault()
                        ? answers.notChecked(cell, "with " + cell.peerName() + ": " + cell.reasonText())
                        : notMet(answers, List.of(cell));
        };
    }

    private static CheckResult notMet(Answers answers, List<CheckedCell> failed) {
        var seen = failed.stream()
                .map(it -> "with " + it.peerName() + ": " + it.reasonText())
                .collect(Collectors.joining("; "));
        return answers.notMet(
                seen,
                "see output.txt and what else it left",
                failed.get(0).recording().folder());
    }
}
