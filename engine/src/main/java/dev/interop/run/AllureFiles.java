package dev.interop.run;

import dev.interop.plan.Cell;
import dev.interop.plan.Seeds;
import dev.interop.report.CellsByEndpoint;
import dev.interop.report.FailureCard;
import dev.interop.report.Repetition;
import dev.interop.report.allure.AllureCell;
import dev.interop.report.allure.AllureResults;
import dev.interop.report.allure.AttachmentLimits;
import dev.interop.report.allure.CellContext;
import dev.interop.result.CellResult;
import dev.interop.result.RunResult;
import dev.interop.storage.EarlierRuns;
import dev.interop.storage.RunFolder;
import dev.interop.verdict.Outcome;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Writes a run's Allure results: each cell's as it ends, and failed ones again at the end, when the results of all
 * other cells are known.
 */
final class AllureFiles {
    private final RunFolder folder;
    private final Instant began;
    private final AllureResults results;
    private final Repetition repetition;
    private final CellsByEndpoint ended = new CellsByEndpoint();
    private final Map<String, Cell> failed = new HashMap<>();

    private AllureFiles(RunFolder folder, AllureResults results, Repetition repetition) {
        this.folder = folder;
        this.began = EarlierRuns.begun(folder.root()).orElse(Instant.EPOCH);
        this.results = results;
        this.repetition = repetition;
    }

    static AllureFiles open(RunFolder folder, Repetition repetition) throws IOException {
        return new AllureFiles(folder, AllureResults.open(folder.allure(), AttachmentLimits.OF_A_RUN), repetition);
    }

    void write(Cell cell, CellResult result) throws IOException {
        ended.add(result);
        if (result.verdict().outcome() == Outcome.FAILED) {
            failed.put(cell.id(), cell);
        }
        results.write(page(cell, result, ended));
    }

    void finish(RunResult run) throws IOException {
        var all = CellsByEndpoint.of(run.cells());
        for (var result : run.cells()) {
            var cell = Optional.ofNullable(failed.get(result.id()));
            if (cell.isPresent()) {
                results.write(page(cell.get(), result, all));
            }
        }
        var facts = new Properties();
        facts.setProperty("seed", Seeds.format(run.seed()));
        facts.setProperty("started", run.started().toString());
        results.environment(facts);
    }

    private AllureCell page(Cell cell, CellResult result, CellsByEndpoint known) {
        var urls = new HashMap<String, String>();
        for (var it : List.of(cell.client(), cell.server())) {
            it.url().ifPresent(url -> urls.put(it.name(), url));
        }
        return new AllureCell(
                result,
                folder.root(),
                began,
                cell.protocol().title(),
                cell.protocol().publishedFiles(),
                Optional.of(cell.test()),
                FailureCard.of(result, known, repetition),
                urls,
                CellContext.NONE);
    }
}
