package dev.interop.report.allure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interop.Printable;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Verdict;
import dev.interop.verdict.Wording;
import java.util.List;

/** Writes a step for each check, with expected and seen. */
final class Steps {
    private static final int MOST_FINDINGS = 20;

    private Steps() {}

    static void write(ArrayNode steps, Verdict verdict) {
        for (var check : verdict.checks()) {
            var step = step(steps, check.rule(), check.section());
            if (check.result() instanceof CheckResult.Failed failed) {
                step.put("status", "failed");
                findings(step, failed.findings());
            } else if (check.result() instanceof CheckResult.Undecided undecided) {
                step.put("status", "skipped");
                message(step, undecided.reason().text());
            } else {
                step.put("status", "passed");
            }
        }
        // A finding that belongs to no check, such as an exit code, gets a step as well.
        verdict.findings().stream()
                .filter(it -> verdict.checks().stream()
                        .noneMatch(check -> check.rule().equals(it.rule())))
                .limit(MOST_FINDINGS)
                .forEach(it -> findings(step(steps, it.rule(), it.section()).put("status", "failed"), List.of(it)));
    }

    private static ObjectNode step(ArrayNode steps, String rule, String section) {
        var name = section.isEmpty() ? rule : rule + " · " + section;
        return steps.addObject().put("name", Printable.of(name)).put("stage", "finished");
    }

    private static void findings(ObjectNode step, List<Finding> findings) {
        findings.stream().findFirst().ifPresent(it -> message(step, Wording.of(findings)));
        var inner = step.putArray("steps");
        for (var it : findings.subList(0, Math.min(findings.size(), MOST_FINDINGS))) {
            line(inner, "expected: " + it.expected(), "passed");
            line(inner, "seen: " + it.seen(), "failed");
            var where = Wording.of(it.evidence());
            if (!where.isEmpty()) {
                line(inner, "where: " + where, "failed");
            }
        }
        if (findings.size() > MOST_FINDINGS) {
            line(inner, "and %d more".formatted(findings.size() - MOST_FINDINGS), "failed");
        }
    }

    private static void line(ArrayNode steps, String text, String status) {
        steps.addObject().put("name", Printable.of(text)).put("status", status).put("stage", "finished");
    }

    private static void message(ObjectNode step, String text) {
        step.putObject("statusDetails").put("message", Printable.of(text));
    }
}
