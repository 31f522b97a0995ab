package dev.interop.cli.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interop.history.CellKey;
import dev.interop.history.FailureRate;
import dev.interop.history.History;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.Protocols;
import dev.interop.report.CellsByEndpoint;
import dev.interop.report.FailureCard;
import dev.interop.report.FailureSignature;
import dev.interop.report.Repetition;
import dev.interop.report.allure.AllureCell;
import dev.interop.report.allure.AllureResults;
import dev.interop.report.allure.AttachmentLimits;
import dev.interop.report.allure.CellContext;
import dev.interop.result.CellResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The input of the site's generator, in one folder: {@code allure-results/} of all cells and {@code matrix.json}. */
@API(status = Status.INTERNAL)
public final class SiteInput {
    private final MergedRun run;
    private final List<PastRun> past;
    private final History history;
    private final Protocols protocols;
    private final String command;

    /**
     * @param run the run to show
     * @param past the runs before it, the oldest first
     * @param history all that is remembered of its cells
     * @param protocols the source of titles, letters and descriptions
     * @param command the command as the user called it
     */
    public SiteInput(MergedRun run, List<PastRun> past, History history, Protocols protocols, String command) {
        this.history = history;
        this.run = run;
        this.past = List.copyOf(past);
        this.protocols = protocols;
        this.command = command;
    }

    /**
     * Writes the folder.
     *
     * @param form whether pages beside the matrix can be linked
     * @param bytes the limit for the total size of the cells' files in the site
     * @throws IOException when the folder cannot be written
     */
    public void write(Path folder, long bytes, SiteForm form) throws IOException {
        var logs = new LogPages(folder.resolve(LogPages.FOLDER), form);
        var signatures = FailureSignature.shown(run.results());
        var cells = run.results();
        var loud = cells.stream()
                .filter(it -> AttachmentLimits.wantsMore(it.verdict().outcome()))
                .count();
        var limits = AttachmentLimits.sharing(bytes, cells.size() - loud, loud);
        var results = AllureResults.open(folder.resolve(AllureResults.FOLDER), limits);
        // Fault attribution compares a cell with those of its test case; an index keeps that fast for 6,000 cells.
        var peers = new HashMap<String, CellsByEndpoint>();
        cells.forEach(it ->
                peers.computeIfAbsent(peers(it), key -> new CellsByEndpoint()).add(it));
        for (var placed : run.cells().values()) {
            results.write(page(placed, peers, logs, signatures));
        }
        var facts = new Properties();
        facts.setProperty("started", run.started().toString());
        results.environment(facts);
        new ObjectMapper()
                .writeValue(folder.resolve("matrix.json").toFile(), new SiteModel(run, past, protocols).tree());
    }

    /** How often the cell failed before this run, if it came to a verdict then. */
    private Optional<String> failures(MergedRun.Placed placed) {
        var before = history.of(new CellKey(placed.id(), placed.cell().scenario())).stream()
                .filter(it -> history.run(it).started().isBefore(run.started()))
                .toList();
        return Optional.of(FailureRate.of(before, PastRuns.MOST))
                .filter(it -> it.runs() > 0)
                .map(FailureRate::text);
    }

    private static String peers(CellResult cell) {
        return MatrixKey.of(cell).name() + "/" + cell.test();
    }

    private AllureCell page(
            MergedRun.Placed placed,
            Map<String, CellsByEndpoint> peers,
            LogPages logs,
            Map<List<String>, String> signatures)
            throws IOException {
        var cell = placed.cell();
        var matrix = MatrixKey.of(cell);
        var protocol = matrix.known(protocols);
        return new AllureCell(
                cell,
                placed.run(),
                run.started(),
                matrix.title(protocols),
                protocol.map(Protocol::publishedFiles).orElse(List.of()),
                protocol.flatMap(it -> it.testCase(cell.test())),
                FailureCard.of(cell, peers.get(peers(cell)), Repetition.byCommand(command, placed.id(), placed.run()))
                        .withPast(failures(placed)),
                run.urls(),
                new CellContext(
                        FirstSeen.of(cell, past),
                        placed.earlier(),
                        Optional.ofNullable(signatures.get(FailureSignature.key(cell))),
                        logs.write(cell, placed.run())));
    }
}
