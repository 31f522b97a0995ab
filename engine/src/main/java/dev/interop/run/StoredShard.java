package dev.interop.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interop.UserError;
import dev.interop.plan.Cell;
import dev.interop.report.CellsJsonl;
import dev.interop.result.CellResult;
import dev.interop.storage.EarlierRuns;
import dev.interop.storage.RunFolder;
import dev.interop.storage.RunInputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The results of a shard, as it wrote them.
 *
 * @param folder its folder
 * @param inputs what it was started with
 * @param began when it began
 * @param ended when it ended, or wrote its last result
 * @param byId cell → its result
 */
record StoredShard(Path folder, RunInputs inputs, Instant began, Instant ended, Map<String, CellResult> byId) {
    private static final double MILLIS_A_SECOND = 1000;

    /** Throws {@link UserError} when the folder holds no run. */
    static StoredShard read(Path folder) {
        var file = folder.resolve(RunFolder.CELLS);
        if (!Files.isRegularFile(file)) {
            throw new UserError(
                    "%s: holds no run (no %s); name the folder of a shard".formatted(folder, RunFolder.CELLS));
        }
        var cells = CellsJsonl.read(file);
        var written = lastWritten(file);
        return new StoredShard(
                folder,
                EarlierRuns.inputs(folder),
                EarlierRuns.begun(folder).orElse(written),
                cells.stream()
                        .map(CellResult::protocol)
                        .distinct()
                        .map(it -> stated(folder.resolve(it).resolve("result.json")))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(written),
                cells.stream().collect(Collectors.toMap(CellResult::id, it -> it, (one, other) -> other)));
    }

    private static Instant lastWritten(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UserError(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** The end that a run states which was not cut short. */
    private static Optional<Instant> stated(Path file) {
        try {
            return Optional.of(new ObjectMapper().readTree(file.toFile()).path("end_time"))
                    .filter(it -> it.isNumber())
                    .map(it -> Instant.ofEpochMilli(Math.round(it.asDouble() * MILLIS_A_SECOND)));
        } catch (IOException cutShort) {
            return Optional.empty();
        }
    }

    List<CellResult> cells() {
        return List.copyOf(byId.values());
    }

    CellResult result(Cell cell) {
        return byId.get(cell.id());
    }
}
