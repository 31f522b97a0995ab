package dev.interop.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.interop.UserError;
import dev.interop.config.Settings;
import dev.interop.listener.RunListener;
import dev.interop.plan.Cell;
import dev.interop.plan.Plan;
import dev.interop.plan.Shard;
import dev.interop.report.CellsJsonl;
import dev.interop.result.CellResult;
import dev.interop.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shards of a plan, written as one run. */
class ShardMergeTest {
    private static final Plan WHOLE = Samples.plan(List.of("a", "b", "c"), "one", "two");

    @TempDir
    Path folder;

    private RememberedRuns runs;

    @BeforeEach
    void begin() {
        runs = new RememberedRuns(folder);
    }

    @Test
    void mergedShardsAreWhatOneRunWrites() throws IOException {
        var shards = run(WHOLE, 1, 2, 3);
        runs.of(WHOLE.withSeed(7)).run(Map.of());
        var one = runs.out(4);

        var result = merge(shards).write(settings(5), new RunListener() {});
        var merged = runs.out(5);

        assertThat(result.cells())
                .extracting(CellResult::id)
                .containsExactlyElementsOf(WHOLE.cells().stream().map(Cell::id).toList());
        assertThat(text(merged, "sample/result.json")).isEqualTo(text(one, "sample/result.json"));
        assertThat(text(merged, "sample/matrix.md")).isEqualTo(text(one, "sample/matrix.md"));
        assertThat(CellsJsonl.read(merged.resolve("cells.jsonl")))
                .extracting(CellResult::id, CellResult::seed, it -> it.verdict().outcome())
                .containsExactlyInAnyOrderElementsOf(CellsJsonl.read(one.resolve("cells.jsonl")).stream()
                        .map(it -> tuple(it.id(), it.seed(), it.verdict().outcome()))
                        .toList());
    }

    /** Times are of the moment, and so is what is made of them. */
    private static String text(Path run, String file) throws IOException {
        return Files.readString(run.resolve(file))
                .replaceAll("\"(start|end)_time\" : [0-9.]+", "")
                .replaceAll("20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
                .replaceAll("\\b\\d+ (s|ms|min)\\b", "DURATION")
                .replaceAll("out\\d+", "OUT");
    }

    @Test
    void recordingsComeAlong() throws IOException {
        var shards = run(WHOLE, 1, 2);
        var cell = CellsJsonl.read(shards.get(1).resolve("cells.jsonl")).get(0);
        var log = shards.get(1).resolve(cell.logs()).resolve("client/stderr.log");
        Files.createDirectories(log.getParent());
        Files.writeString(log, "words of the client");
        Files.createSymbolicLink(log.resolveSibling("elsewhere"), Path.of("/etc/hostname"));

        merge(shards).write(settings(3), new RunListener() {});

        var merged = runs.out(3).resolve(cell.logs()).resolve("client");
        assertThat(merged.resolve("stderr.log")).hasContent("words of the client");
        assertThat(merged.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void cellsOfALostShardAreToldAndLeftOut() {
        var shards = run(WHOLE, 1, 3);

        var merge = merge(shards);

        assertThat(merge.missing())
                .containsExactlyElementsOf(new Shard(2, 3).of(WHOLE.withSeed(7)).cells());
        assertThat(merge.write(settings(3), new RunListener() {}).cells())
                .extracting(it -> it.verdict().outcome())
                .hasSize(WHOLE.cells().size() - merge.missing().size())
                .containsOnly(Outcome.SUCCEEDED);
    }

    @Test
    void shardsThatDoNotFitTogetherAreRefused() {
        var shards = run(WHOLE, 1, 2);
        runs.of(new Shard(2, 2).of(WHOLE.withSeed(8))).run(Map.of());

        assertThatThrownBy(() -> merge(List.of(shards.get(0), runs.out(3))))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("out3: its seed is 0x8, that of")
                .hasMessageEndingWith("is 0x7; the shards of a matrix have one seed");
        assertThatThrownBy(() -> merge(List.of(shards.get(0), shards.get(0))))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("a cell is in one shard only");
        assertThatThrownBy(() -> ShardMerge.of(Samples.plan(List.of("a", "b", "c"), "one"), shards))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("/two is not in the plan; give the options that the shards were run with");
        assertThatThrownBy(() -> merge(List.of(folder)))
                .isInstanceOf(UserError.class)
                .hasMessageEndingWith("holds no run (no cells.jsonl); name the folder of a shard");
    }

    private static ShardMerge merge(List<Path> shards) {
        return ShardMerge.of(WHOLE, shards);
    }

    private Settings settings(int number) {
        return runs.settings(Map.of("interop.out", runs.out(number).toString()));
    }

    /** Runs these shards; there are as many as the highest number says. */
    private List<Path> run(Plan plan, int... numbers) {
        var count = IntStream.of(numbers).max().orElseThrow();
        for (var number : numbers) {
            runs.of(new Shard(number, count).of(plan.withSeed(7))).run(Map.of());
        }
        return IntStream.rangeClosed(1, numbers.length).mapToObj(runs::out).toList();
    }
}
