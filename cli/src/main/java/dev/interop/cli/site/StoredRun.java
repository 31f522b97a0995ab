package dev.interop.cli.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interop.UserError;
import dev.interop.report.CellsJsonl;
import dev.interop.result.CellResult;
import dev.interop.storage.EarlierRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A run or shard, read from its folder. One that was cut short has no totals, but has its cells.
 *
 * @param folder its folder
 * @param matrix the name of the class whose matrix it is; empty if it was not stored
 * @param started when it began
 * @param cells its cells
 * @param urls implementation → its home page, if known
 */
@API(status = Status.INTERNAL)
public record StoredRun(Path folder, String matrix, Instant started, List<CellResult> cells, Map<String, String> urls) {
    public StoredRun {
        cells = List.copyOf(cells);
        urls = Map.copyOf(urls);
    }

    /**
     * Reads the run in a folder, and the others that the same build wrote beside it, the earliest first.
     *
     * @throws UserError when the folder has no cells
     */
    public static List<StoredRun> ofBuild(Path folder) {
        return EarlierRuns.ofBuild(folder).stream().map(StoredRun::read).toList();
    }

    /**
     * Reads a run's folder.
     *
     * @throws UserError when the folder has no cells
     */
    public static StoredRun read(Path folder) {
        var file = folder.resolve("cells.jsonl");
        if (!Files.isRegularFile(file)) {
            throw new UserError(folder + ": holds no run (no cells.jsonl); name the folder of a run");
        }
        var cells = CellsJsonl.read(file);
        var urls = new HashMap<String, String>();
        cells.stream().map(CellResult::protocol).distinct().forEach(it -> {
            tree(folder.resolve(it).resolve("result.json"))
                    .path("urls")
                    .properties()
                    .forEach(url -> urls.put(url.getKey(), url.getValue().asText()));
        });
        return new StoredRun(folder, matrix(folder), started(folder, file), cells, urls);
    }

    private static String matrix(Path folder) {
        return tree(folder.resolve("run.json")).path("matrix").asText();
    }

    private static Instant started(Path folder, Path cells) {
        var begun = EarlierRuns.begun(folder);
        if (begun.isPresent()) {
            return begun.get();
        }
        try {
            return Instant.parse(
                    tree(folder.resolve("run.json")).path("started").asText());
        } catch (DateTimeParseException unknown) {
            try {
                return Files.getLastModifiedTime(cells).toInstant();
            } catch (IOException e) {
                throw new UserError(cells + ": cannot be read: " + e.getMessage(), e);
            }
        }
    }

    private static JsonNode tree(Path file) {
        var json = new ObjectMapper();
        try {
            return Files.isRegularFile(file) ? json.readTree(file.toFile()) : json.createObjectNode();
        } catch (IOException cutShort) {
            return json.createObjectNode();
        }
    }
}
