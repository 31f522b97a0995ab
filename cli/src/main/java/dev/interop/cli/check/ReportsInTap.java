package dev.interop.cli.check;

import dev.interop.moqt.tap.TapReason;
import dev.interop.recording.ContainerRole;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.ReasonCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;

/** Standard output has a complete report, if the protocol's clients report. */
final class ReportsInTap implements Requirement {
    private static final String VERSION = "TAP version 14";
    private static final int LONGEST_SHOWN = 80;
    private static final Map<ReasonCode, String> REMEDIES = Map.of(
            TapReason.CASE_MISSING,
            "name the point as TESTCASE does: 'ok 1 - NAME'",
            TapReason.PLAN_MISSING,
            "print the plan '1..N' before the points or behind them",
            TapReason.POINTS_MISSING,
            "print a line 'ok' or 'not ok' for each of the N that are planned");

    @Override
    public String rule() {
        return "TAP on standard output, with a plan and all its points";
    }

    @Override
    public String section() {
        return "4.1";
    }

    @Override
    public boolean concerns(Subject subject) {
        return Reports.applyTo(subject);
    }

    @Override
    public CheckResult examine(ImageEvidence evidence) {
        var nothing = Reports.obstacle(evidence);
        if (nothing.isPresent()) {
            return answers().notChecked(nothing.get());
        }
        var report = Reports.reported(evidence).orElseThrow();
        if (Reports.isBroken(report)) {
            return answers()
                    .notMet(report.reason().text(), remedy(report.reason().code()));
        }
        var first = firstLine(evidence);
        return first.isEmpty() || first.get().equals(VERSION)
                ? answers().met(report.points() + (report.points() == 1 ? " point" : " points"))
                : answers()
                        .notMet(
                                "standard output begins with '" + first.get() + "'",
                                "begin it with '" + VERSION + "'; text for people goes to standard error");
    }

    private static String remedy(ReasonCode code) {
        return REMEDIES.getOrDefault(
                code, "print '" + VERSION + "', the plan '1..N' and a line 'ok' or 'not ok' for each of the N");
    }

    /** The first line that is not blank. */
    private static Optional<String> firstLine(ImageEvidence evidence) {
        var stdout = evidence.run().orElseThrow().recording().stdout(ContainerRole.CLIENT);
        try (var lines = Files.lines(stdout, StandardCharsets.ISO_8859_1)) {
            return lines.map(String::strip)
                    .filter(it -> !it.isEmpty())
                    .findFirst()
                    .map(ReportsInTap::shown);
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    private static String shown(String line) {
        return line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "…" : line;
    }
}
