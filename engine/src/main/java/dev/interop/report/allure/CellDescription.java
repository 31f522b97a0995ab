package dev.interop.report.allure;

import dev.interop.protocol.TestCase;
import dev.interop.report.Markdown;
import dev.interop.verdict.Claim;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The description of a cell's page as Markdown: the test case, how to run the cell again, and the files left
 * out.
 */
final class CellDescription {
    private CellDescription() {}

    /**
     * Formats the description.
     *
     * @param leftOut the number of files that are only in the run's folder
     */
    static String of(AllureCell cell, int leftOut) {
        var out = new StringBuilder();
        cell.test()
                .map(TestCase::description)
                .ifPresent(it -> out.append(Markdown.text(it)).append(".\n\n"));
        cell.cell()
                .reused()
                .ifPresent(it -> out.append("**Not run**: the result is that of the run of ")
                        .append(it.truncatedTo(ChronoUnit.SECONDS))
                        .append(", since nothing that it depends on has changed.\n\n"));
        cell.cell()
                .measurement()
                .ifPresent(it -> out.append("Measured: **")
                        .append(Markdown.text(it.text()))
                        .append("**; each repetition: ")
                        .append(Markdown.text(it.valuesText()))
                        .append("\n\n"));
        doubt(cell)
                .ifPresent(it -> out.append("**")
                        .append(it)
                        .append("** ")
                        .append(Markdown.text(reason(cell)))
                        .append("\n\n"));
        out.append("Run this cell again: ").append(Markdown.code(cell.card().repetition()));
        if (leftOut > 0) {
            out.append("\n\n%s more files are in the run's folder, in %s."
                    .formatted(leftOut, Markdown.code(cell.cell().logs())));
        }
        return out.append('\n').toString();
    }

    private static String reason(AllureCell cell) {
        return cell.cell().verdict().reason().text();
    }

    /** A green page must show that its pass is not proven. */
    private static Optional<String> doubt(AllureCell cell) {
        return cell.cell().verdict().claim().flatMap(Claim::proof).flatMap(it -> switch (it) {
            case PROVEN -> Optional.empty();
            case CLAIMED -> Optional.of("~ Claimed by the client, not proven on the wire:");
            case CONTRADICTED -> Optional.of("≠ Claimed by the client, but contradicted on the wire:");
        });
    }
}
