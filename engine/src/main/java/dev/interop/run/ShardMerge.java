package dev.interop.run;

import dev.interop.UserError;
import dev.interop.config.Settings;
import dev.interop.listener.RunListener;
import dev.interop.plan.Cell;
import dev.interop.plan.Plan;
import dev.interop.plan.Seeds;
import dev.interop.result.CellResult;
import dev.interop.result.RunResult;
import dev.interop.storage.RunFolder;
import dev.interop.storage.RunInputs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Writes the results of the shards of a plan as those of one run, with their recordings. Nothing runs. */
@API(status = Status.INTERNAL)
public final class ShardMerge {
    private final Plan plan;
    private final List<StoredShard> shards;
    private final Map<String, StoredShard> holders;

    private ShardMerge(Plan plan, List<StoredShard> shards, Map<String, StoredShard> holders) {
        this.plan = plan;
        this.shards = shards;
        this.holders = holders;
    }

    /**
     * Reads shards.
     *
     * @param whole the plan that was divided, with any seed
     * @param folders the folders of the shards' results
     * @throws UserError when a folder is no run, two have the same cell or different seeds, or one has a cell that is not in
     *     the plan
     */
    public static ShardMerge of(Plan whole, List<Path> folders) {
        var shards = folders.stream().map(StoredShard::read).toList();
        var first = shards.get(0);
        var ids = whole.all().map(Cell::id).collect(Collectors.toSet());
        var holders = new LinkedHashMap<String, StoredShard>();
        for (var shard : shards) {
            if (shard.inputs().seed() != first.inputs().seed()) {
                throw new UserError("%s: its seed is %s, that of %s is %s; the shards of a matrix have one seed"
                        .formatted(shard.folder(), seed(shard), first.folder(), seed(first)));
            }
            for (var cell : shard.cells()) {
                checkIsPlanned(shard, cell, ids);
                Optional.ofNullable(holders.put(cell.id(), shard)).ifPresent(other -> {
                    throw new UserError("%s: its cell %s is in %s, too; a cell is in one shard only"
                            .formatted(shard.folder(), cell.id(), other.folder()));
                });
            }
        }
        return new ShardMerge(whole.withSeed(first.inputs().seed()), shards, holders);
    }

    private static String seed(StoredShard shard) {
        return Seeds.format(shard.inputs().seed());
    }

    private static void checkIsPlanned(StoredShard shard, CellResult cell, Set<String> ids) {
        if (!ids.contains(cell.id())) {
            throw new UserError("%s: its cell %s is not in the plan; give the options that the shards were run with"
                    .formatted(shard.folder(), cell.id()));
        }
    }

    /** The cells of the plan that no shard has, such as those of a shard that was lost. */
    public List<Cell> missing() {
        return plan.all().filter(it -> !holders.containsKey(it.id())).toList();
    }

    /**
     * Writes the results into the folder that the settings name. Recordings are linked where the file system can do that, and
     * else copied.
     *
     * @param listener hears of the beginning and the end
     * @throws UserError when the folder is in use or cannot be written
     */
    public RunResult write(Settings settings, RunListener listener) {
        var began = shards.stream().map(StoredShard::began).min(Comparator.naturalOrder());
        var ended = shards.stream().map(StoredShard::ended).max(Comparator.naturalOrder());
        var matrix = shards.get(0).inputs().matrix();
        var clock = Clock.fixed(began.orElse(Instant.EPOCH), ZoneOffset.UTC);
        var folder = RunFolder.create(settings, clock, RunInputs.of(matrix, settings, plan.seed()));
        listener.runStarted(plan, folder.root());
        var files = new ResultFiles(folder, Repetitions.of(settings, plan.seed(), folder.root()));
        try {
            for (var shard : shards) {
                LinkedTree.copy(
                        shard.folder().resolve(plan.protocol().name()).resolve("logs"),
                        folder.of(plan.protocol().name()).resolve("logs"));
            }
        } catch (IOException e) {
            throw folder.unwritable(e);
        }
        var cells = plan.all().filter(it -> holders.containsKey(it.id())).toList();
        var results = cells.stream().map(it -> holders.get(it.id()).result(it)).toList();
        for (var it = 0; it < cells.size(); it++) {
            files.cellEnded(cells.get(it), results.get(it));
        }
        var compared = results.stream().flatMap(it -> it.expected().stream()).toList();
        var result = new RunResult(
                plan.axes(),
                results,
                clock.instant(),
                ended.orElse(clock.instant()),
                plan.seed(),
                plan.target(),
                plan.expectations().expired(plan.protocol().name(), compared, LocalDate.now(Clock.systemUTC())));
        files.runEnded(result);
        listener.runEnded(result);
        return result;
    }
}
