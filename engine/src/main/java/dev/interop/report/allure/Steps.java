package dev.interop.report.allure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interop.Printable;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Verdict;
import dev.interop.verdict.Verdict.Checked;
import dev.interop.verdict.Wording;

/**
 * Writes a step for each broken rule and each check. What gave the verdict its reason comes first and is open; other broken
 * rules are probably its consequences and are folded; then come the checks that passed or could not be made.
 */
final class Steps {
    private static final int MOST_FINDINGS = 20;

    private final long at;

    /**
     * @param at the time of all steps; without one Allure calls their duration unknown
     */
    Steps(long at) {
        this.at = at;
    }

    void write(ArrayNode steps, Verdict verdict) {
        if (verdict.outcome() == Outcome.UNSUPPORTED) {
            var unsupported = step(verdict.reason().text(), "skipped");
            verdict.findings().stream().findFirst().ifPresent(it -> where(unsupported, it));
            steps.add(unsupported);
            return;
        }
        var rules = verdict.findings().stream().map(Finding::rule).distinct().toList();
        rules.stream().findFirst().ifPresent(it -> steps.add(broken(verdict, it, "failed")));
        if (rules.size() > 1) {
            // Not "failed": Allure opens such a step, and those around one.
            var folded = step("also, probably as a consequence: %s more".formatted(rules.size() - 1), "skipped");
            var inner = folded.putArray("steps");
            rules.stream().skip(1).limit(MOST_FINDINGS).forEach(it -> inner.add(broken(verdict, it, "skipped")));
            steps.add(folded);
        }
        verdict.checks().forEach(it -> notFailed(it, steps));
    }

    /** The step of a broken rule. The findings' order is the verdict's: the first one gave the reason. */
    private ObjectNode broken(Verdict verdict, String rule, String status) {
        var its =
                verdict.findings().stream().filter(it -> it.rule().equals(rule)).toList();
        var first = its.get(0);
        var step = step(named(rule, first.section()), status);
        message(step, Wording.of(its));
        details(step, first);
        if (its.size() > 1) {
            var inner = step.putArray("steps");
            its.stream().skip(1).limit(MOST_FINDINGS).forEach(it -> {
                var one = step(it.seen(), status);
                details(one, it);
                inner.add(one);
            });
            if (its.size() > 1 + MOST_FINDINGS) {
                inner.add(step("and %s more".formatted(its.size() - 1 - MOST_FINDINGS), status));
            }
        }
        return step;
    }

    private void notFailed(Checked check, ArrayNode steps) {
        if (check.result() instanceof CheckResult.Failed) {
            return;
        }
        var name = named(check.rule(), check.section());
        if (check.result() instanceof CheckResult.Undecided undecided) {
            var step = step(name, "skipped");
            message(step, undecided.reason().text());
            steps.add(step);
        } else {
            steps.add(step(name, "passed"));
        }
    }

    private static String named(String rule, String section) {
        return section.isEmpty() ? rule : rule + " · " + section;
    }

    private ObjectNode step(String name, String status) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", Printable.of(name))
                .put("status", status)
                .put("stage", "finished")
                .put("start", at)
                .put("stop", at);
    }

    /** As parameters, which have no status: a tick at what was expected would say that it was met. */
    private static void details(ObjectNode step, Finding finding) {
        parameter(step, "expected", finding.expected());
        parameter(step, "seen", finding.seen());
        where(step, finding);
    }

    private static void where(ObjectNode step, Finding finding) {
        var where = Wording.of(finding.evidence());
        if (!where.isEmpty()) {
            parameter(step, "where", where);
        }
    }

    private static void parameter(ObjectNode step, String name, String value) {
        step.withArray("/parameters").addObject().put("name", name).put("value", Printable.of(value));
    }

    private static void message(ObjectNode step, String text) {
        step.putObject("statusDetails").put("message", Printable.of(text));
    }
}
