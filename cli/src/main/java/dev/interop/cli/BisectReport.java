package dev.interop.cli;

import dev.interop.cli.bisect.Answer;
import dev.interop.cli.bisect.Bisection.Found;
import dev.interop.cli.bisect.Bisection.Pair;
import dev.interop.report.FailureCard;
import dev.interop.report.Repetition;
import dev.interop.verdict.Outcome;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints what a bisection found.
 *
 * @param name the implementation whose releases were asked
 * @param command the command as the user called it
 */
record BisectReport(String name, CommandName command) {
    /** Prints the releases that were asked and the pair, and returns the exit code. */
    int print(PrintWriter out, Found found) {
        out.println();
        table(out, found.answers());
        out.println();
        var pair = found.pair();
        pair.ifPresentOrElse(it -> pair(out, it, found.between()), () -> out.println(without(found.answers())));
        out.flush();
        if (pair.isPresent()) {
            return ExitCode.OK;
        }
        return found.answers().stream().allMatch(it -> it.outcome().isPresent()) ? ExitCode.FAILED : ExitCode.HARNESS;
    }

    private static void table(PrintWriter out, List<Answer> answers) {
        var rows = new ArrayList<>(List.of(List.of("RELEASE", "OUTCOME", "RUNS")));
        for (var answer : answers) {
            rows.add(List.of(
                    answer.release(),
                    answer.outcome().map(Outcome::label).orElse("no answer"),
                    Stream.of(Outcome.values())
                            .filter(it -> answer.count(it) > 0)
                            .map(it -> answer.count(it) + " " + it.label())
                            .collect(Collectors.joining(", "))));
        }
        new TextTable(rows).print(out);
    }

    private void pair(PrintWriter out, Pair pair, List<String> between) {
        out.println("%s %s is the first release that behaves otherwise: %s; with %s before it: %s"
                .formatted(
                        name,
                        pair.after().release(),
                        outcome(pair.after()),
                        pair.before().release(),
                        outcome(pair.before())));
        if (!between.isEmpty()) {
            out.println("It may also be one between them, which gave no answer: " + String.join(", ", between));
        }
        out.println();
        out.println(card(pair.before()));
        out.println();
        out.println(card(pair.after()));
    }

    private String card(Answer answer) {
        var example = answer.example();
        return FailureCard.of(
                        example.result(),
                        List.of(example.result()),
                        Repetition.byCommand(command.name(), example.run()))
                .in(example.run())
                .text();
    }

    private String without(List<Answer> answers) {
        var silent = answers.stream().filter(it -> it.outcome().isEmpty()).findFirst();
        return silent.map(it -> "%s %s gives no answer, so nothing can be compared:\n%s"
                        .formatted(name, it.release(), card(it)))
                .orElseGet(() -> "%s behaves alike in %s: %s"
                        .formatted(
                                name,
                                answers.stream().map(Answer::release).collect(Collectors.joining(" and ")),
                                outcome(answers.get(0))));
    }

    private static String outcome(Answer answer) {
        return answer.outcome().map(Outcome::label).orElse("no answer");
    }
}
