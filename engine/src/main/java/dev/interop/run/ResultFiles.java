package dev.interop.run;

import dev.interop.listener.RunListener;
import dev.interop.plan.Cell;
import dev.interop.report.CellsJsonl;
import dev.interop.report.MarkdownMatrix;
import dev.interop.report.PeerMark;
import dev.interop.report.Repetition;
import dev.interop.report.ResultJson;
import dev.interop.report.SummaryJson;
import dev.interop.result.CellResult;
import dev.interop.result.RunResult;
import dev.interop.storage.RunFolder;
import java.io.IOException;
import java.nio.file.Files;

/**
 * Writes the result files. Each cell's result is written as it ends, so that an interrupted run keeps them; the other
 * files follow at the end.
 */
final class ResultFiles implements RunListener {
    private final RunFolder folder;
    private final Repetition repetition;
    private final CellsJsonl cells;
    private final AllureFiles allure;

    /** Throws {@link dev.interop.UserError} when the folder cannot be written. */
    ResultFiles(RunFolder folder, Repetition repetition) {
        this.folder = folder;
        this.repetition = repetition;
        try {
            this.cells = CellsJsonl.open(folder.cells());
            this.allure = AllureFiles.open(folder, repetition);
        } catch (IOException e) {
            throw folder.unwritable(e);
        }
    }

    @Override
    public void cellEnded(Cell cell, CellResult result) {
        try {
            cells.append(result);
            allure.write(cell, result);
        } catch (IOException e) {
            throw folder.unwritable(e);
        }
    }

    @Override
    public void runEnded(RunResult result) {
        var protocol = folder.of(result.protocol().name());
        try {
            Files.createDirectories(protocol);
            new ResultJson().write(protocol.resolve("result.json"), result, "logs");
            if (result.protocol().reports()) {
                new SummaryJson().write(protocol.resolve("summary.json"), result);
            }
            new MarkdownMatrix().write(protocol.resolve("matrix.md"), result, repetition);
            allure.finish(result);
            cells.close();
            CellsJsonl.mark(folder.cells(), PeerMark.of(result.cells()));
        } catch (IOException e) {
            throw folder.unwritable(e);
        }
    }
}
