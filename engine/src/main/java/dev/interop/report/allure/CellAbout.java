package dev.interop.report.allure;

import dev.interop.protocol.TestCase;
import dev.interop.report.Markdown;

/** What else a cell's page says, as Markdown: what the test case is about, the command to run it again, what is missing. */
final class CellAbout {
    private CellAbout() {}

    /**
     * The text.
     *
     * @param leftOut how many files are only in the run's folder
     */
    static String of(AllureCell cell, int leftOut) {
        var out = new StringBuilder();
        cell.test()
                .map(TestCase::description)
                .ifPresent(it -> out.append(Markdown.text(it)).append(".\n\n"));
        out.append("Run this cell again: ")
                .append(Markdown.code("./interop replay " + cell.cell().id()));
        if (leftOut > 0) {
            out.append("\n\n%d more files are in the run's folder, in %s."
                    .formatted(leftOut, Markdown.code(cell.cell().logs())));
        }
        return out.append('\n').toString();
    }
}
