package dev.interop.history;

import static dev.interop.history.Histories.cell;
import static dev.interop.history.Histories.key;
import static dev.interop.history.Histories.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import dev.interop.expectation.CellReleases;
import dev.interop.expectation.SeenCell;
import dev.interop.result.CellStatus;
import dev.interop.verdict.Outcome;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryStoreTest {
    private static final int RUNS = 12;
    private static final int CELLS = 40;

    @TempDir
    Path folder;

    @Test
    void aRunIsReadAsItWasWritten() {
        var red = cell(1, "retry", Outcome.FAILED, 2.5, "abc").with("{\"a\":\"\\\"crc\\\":\\\"1\\\"\"}");
        Histories.write(folder, 1, cell(1, "handshake", Outcome.SUCCEEDED), red);

        var history = read();

        assertThat(history.runs()).containsExactly(run(1));
        assertThat(history.of(key("handshake"))).containsExactly(cell(1, "handshake", Outcome.SUCCEEDED));
        assertThat(history.of(key("retry"))).containsExactly(red);
        assertThat(history.damage()).isEmpty();
    }

    @Test
    void whetherAResultWasNewsIsKeptWhereItDoesNotFollowFromTheOutcome() throws IOException {
        var green = cell(1, "handshake", Outcome.SUCCEEDED);
        var stale = with(cell(1, "retry", Outcome.SUCCEEDED), CellStatus.STALE);
        var known = with(cell(1, "zerortt", Outcome.FAILED), CellStatus.KNOWN);
        Histories.write(folder, 1, green, stale, known);

        assertThat(read().of(key("retry"))).containsExactly(stale);
        assertThat(read().of(key("zerortt"))).containsExactly(known);
        assertThat(stale.isSettled()).isTrue();
        assertThat(stale.isGreen()).isFalse();
        assertThat(Files.readAllLines(onlyFile()).get(1))
                .as("as earlier versions wrote it")
                .doesNotContain("status");
        assertThat(read().of(key("handshake")).get(0).isGreen()).isTrue();
    }

    @Test
    void theReleasesAndReportedResultsOfACellAreKept() throws IOException {
        var releases = new CellReleases(Optional.of("v1.2.3"), Optional.of("4.5"));
        var parts = List.of(new SeenCell.Part(List.of("setup", "a/b"), true), new SeenCell.Part(List.of("x"), false));
        var cell = cell(1, "handshake", Outcome.SUCCEEDED).with(new CellDetails(releases, parts, Optional.empty()));
        Histories.write(folder, 1, cell);

        assertThat(read().of(key("handshake"))).containsExactly(cell);
    }

    private static CellEntry with(CellEntry it, CellStatus status) {
        return new CellEntry(
                it.run(),
                it.key(),
                it.outcome(),
                it.flaky(),
                status,
                it.reused(),
                it.seconds(),
                it.seed(),
                it.inputs(),
                it.details());
    }

    @Test
    void aFolderThatIsNotThereIsAHistoryWithoutRuns() {
        assertThat(HistoryStore.in(folder.resolve("new")).read().runs()).isEmpty();
    }

    @Test
    void aFileInThePlaceOfTheFolderIsRefusedWithTheParameter() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> HistoryStore.in(file).read())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is no folder; name another one with interop.history");
    }

    @Test
    void runsAreInTheOrderOfTimeWhateverTheOrderInWhichTheyWereWritten() {
        Histories.write(folder, 2, cell(2, "handshake", Outcome.FAILED));
        Histories.write(folder, 1, cell(1, "handshake", Outcome.SUCCEEDED));

        assertThat(read().runs()).containsExactly(run(1), run(2));
        assertThat(read().newest(key("handshake"))).hasValue(cell(2, "handshake", Outcome.FAILED));
    }

    /** Two JVMs and two threads of each write, while both compact again and again. */
    @Test
    void severalWritersAndCompactionsAtOnceLoseNothing() throws Exception {
        var processes = new ArrayList<Process>();
        for (var first : List.of(1, 1 + RUNS)) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            HistoryWriters.class.getName(),
                            folder.toString(),
                            String.valueOf(first),
                            String.valueOf(RUNS),
                            String.valueOf(CELLS))
                    .inheritIO()
                    .start());
        }
        for (var it : processes) {
            // Whoever reads meanwhile finds no damage, and no result goes away.
            var before = 0;
            while (it.isAlive()) {
                var history = read();
                assertThat(history.damage()).isEmpty();
                assertThat(history.runs()).hasSizeGreaterThanOrEqualTo(before);
                before = history.runs().size();
            }
            assertThat(it.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(it.exitValue()).isZero();
        }
        var history = read();
        assertThat(history.runs()).hasSize(2 * RUNS);
        assertThat(history.byRun().values()).allSatisfy(it -> assertThat(it).hasSize(CELLS));
        assertThat(HistoryStore.files(folder, HistoryFile.SUFFIX)).hasSizeLessThan(2 * RUNS);
    }

    /** A kernel that is busy shows a reader the pages of one write one after the other. */
    @Test
    void aLineThatIsJustBeingWrittenIsNoDamage() throws Exception {
        Histories.write(folder, 1, cell(1, "handshake", Outcome.SUCCEEDED));
        var file = onlyFile();
        var line = Files.readAllLines(file).get(1) + "\n";
        var writing = CompletableFuture.runAsync(() -> {
            try (var out = new RandomAccessFile(file.toFile(), "rw")) {
                for (var written = 0; written < 5_000; written++) {
                    out.seek(out.length());
                    out.writeBytes(line.substring(0, 20));
                    out.writeBytes(line.substring(20));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        var damage = new HashSet<String>();
        while (!writing.isDone()) {
            damage.addAll(read().damage());
        }
        writing.get();

        assertThat(damage).isEmpty();
    }

    @Test
    void aDamagedLineCostsItselfAloneAndIsTold() throws IOException {
        Histories.write(
                folder,
                1,
                cell(1, "handshake", Outcome.SUCCEEDED),
                cell(1, "retry", Outcome.FAILED),
                cell(1, "zerortt", Outcome.SUCCEEDED));
        var file = onlyFile();
        Files.writeString(file, Files.readString(file).replace("failed", "succeeded"));

        var history = read();

        assertThat(history.of(key("retry"))).isEmpty();
        assertThat(history.of(key("zerortt"))).hasSize(1);
        assertThat(history.damage())
                .containsExactly(
                        file + ":3: damaged, and left out",
                        file + ":1: of the run " + run(1).name() + ", which ends in line 5, 1 cells are missing");
    }

    @Test
    void whereverAByteIsAlteredTheOtherLinesAreRead() throws IOException {
        Histories.write(folder, 1, cell(1, "handshake", Outcome.SUCCEEDED), cell(1, "retry", Outcome.FAILED));
        var file = onlyFile();
        var whole = Files.readAllBytes(file);

        // The last byte ends the last line, which says no more than that the run is over.
        for (var position = 0; position < whole.length - 1; position++) {
            var altered = whole.clone();
            altered[position] ^= 0x15;
            Files.write(file, altered);
            var history = read();
            // The byte of a line end makes one line of two.
            var isLineEnd = whole[position] == '\n';
            assertThat(history.damage()).as("at %d", position).isNotEmpty();
            assertThat(history.keys().size()).as("at %d", position).isGreaterThanOrEqualTo(isLineEnd ? 0 : 1);
            assertThat(history.keys()).isSubsetOf(key("handshake"), key("retry"));
            history.of(key("retry")).forEach(it -> assertThat(it).isEqualTo(cell(1, "retry", Outcome.FAILED)));
        }
    }

    @Test
    void aFileThatWasCutGivesTheLinesBefore() throws IOException {
        Histories.write(folder, 1, cell(1, "handshake", Outcome.SUCCEEDED), cell(1, "retry", Outcome.FAILED));
        var file = onlyFile();
        var whole = Files.readAllBytes(file);

        for (var length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            // A line that lacks its end alone is whole.
            var complete = IntStream.rangeClosed(0, length)
                    .filter(it -> it < whole.length && whole[it] == '\n')
                    .count();
            assertThat(read().keys()).as("of %d bytes", length).hasSize((int) Math.min(2, Math.max(0, complete - 1)));
        }
    }

    @Test
    void aCellWhoseRunsOwnLineIsDamagedKeepsItsTime() throws IOException {
        Histories.write(folder, 1, cell(1, "handshake", Outcome.SUCCEEDED));
        var file = onlyFile();
        Files.writeString(file, Files.readString(file).replace("\"build\"", "\"bxxxx\""));

        var history = read();

        assertThat(history.run(history.newest(key("handshake")).orElseThrow()).started())
                .isEqualTo(run(1).started());
    }

    @Test
    void aFileOfALaterVersionIsToldAndLeftAlone() throws IOException {
        Histories.write(folder, 1, cell(1, "handshake", Outcome.SUCCEEDED));
        var later = Files.writeString(folder.resolve("x.2.jsonl"), "something else\n");
        Files.writeString(folder.resolve("allure.jsonl"), "of Allure's\n");

        assertThat(read().damage()).containsExactly(later + ": of another version of Interop Engine, and left out");
        HistoryStore.in(folder).compact();
        assertThat(later).hasContent("something else");
    }

    @Test
    void aRunWritesItsPartIntoItsOwnFolderToo() throws IOException {
        try (var writer = HistoryStore.writeIn(folder, run(1))) {
            writer.append(cell(1, "handshake", Outcome.SUCCEEDED));
        }

        assertThat(HistoryStore.runIn(folder).of(key("handshake"))).hasSize(1);
        assertThat(HistoryStore.runIn(folder.resolve("other")).runs()).isEmpty();
    }

    private Path onlyFile() throws IOException {
        return HistoryStore.files(folder, HistoryFile.SUFFIX).get(0);
    }

    private History read() {
        return HistoryStore.in(folder).read();
    }
}
