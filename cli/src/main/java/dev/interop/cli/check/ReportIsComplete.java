package dev.interop.cli.check;

import dev.interop.protocol.ReportRequirements;
import dev.interop.recording.ContainerRole;
import dev.interop.verdict.CheckResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;

/**
 * The client's report is complete, if the protocol's clients report.
 *
 * @param required the requirements of the protocol's contract
 */
record ReportIsComplete(ReportRequirements required) implements Requirement {
    private static final int LONGEST_SHOWN = 80;

    @Override
    public String rule() {
        return required.complete().rule();
    }

    @Override
    public String section() {
        return required.complete().section();
    }

    @Override
    public boolean concerns(ImageEvidence evidence) {
        return Reports.applyTo(evidence.subject());
    }

    @Override
    public CheckResult examine(ImageEvidence evidence) {
        var nothing = Reports.obstacle(evidence);
        if (nothing.isPresent()) {
            return answers().notChecked(nothing.get());
        }
        var report = Reports.reported(evidence).orElseThrow();
        var change = Optional.ofNullable(
                required.complete().changes().get(report.reason().code()));
        if (change.isPresent()) {
            return answers().notMet(report.reason().text(), change.get());
        }
        var first = required.firstLine().flatMap(expected -> firstLine(evidence).filter(it -> !it.equals(expected)));
        return first.isEmpty()
                ? answers().met(report.points() + (report.points() == 1 ? " result" : " results"))
                : answers()
                        .notMet(
                                "standard output begins with '" + first.get() + "'",
                                "begin it with '" + required.firstLine().orElseThrow()
                                        + "'; text for people goes to standard error");
    }

    /** The first line that is not blank. */
    private static Optional<String> firstLine(ImageEvidence evidence) {
        var stdout = evidence.run().orElseThrow().recording().stdout(ContainerRole.CLIENT);
        try (var lines = Files.lines(stdout, StandardCharsets.ISO_8859_1)) {
            return lines.map(String::strip)
                    .filter(it -> !it.isEmpty())
                    .findFirst()
                    .map(ReportIsComplete::shown);
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    private static String shown(String line) {
        return line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "…" : line;
    }
}
