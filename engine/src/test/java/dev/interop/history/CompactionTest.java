package dev.interop.history;

import static dev.interop.history.Histories.cell;
import static dev.interop.history.Histories.key;
import static dev.interop.history.Histories.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {
    @TempDir
    Path folder;

    @Test
    void theFilesOfPastRunsBecomeOneWithTheSameContent() throws IOException {
        Histories.write(folder, 1, cell(1, "handshake", Outcome.FAILED), cell(1, "retry", Outcome.SKIPPED));
        Histories.write(folder, 2, cell(2, "handshake", Outcome.SUCCEEDED).with("{}"));
        var before = read();

        assertThat(compact()).isEqualTo(2);

        assertThat(files()).hasSize(1);
        assertThat(read().runs()).isEqualTo(before.runs());
        assertThat(read().byRun()).isEqualTo(before.byRun());
        assertThat(read().damage()).isEmpty();
    }

    @Test
    void itHappensByItselfOnceThereAreManyFiles() throws IOException {
        var store = HistoryStore.in(folder);
        for (var day = 1; day <= 15; day++) {
            Histories.write(folder, day, cell(day, "handshake", Outcome.SUCCEEDED));
        }
        store.compactIfLarge();
        assertThat(files()).hasSize(15);

        Histories.write(folder, 16, cell(16, "handshake", Outcome.SUCCEEDED));
        store.compactIfLarge();

        assertThat(files()).hasSize(1);
        assertThat(read().of(key("handshake"))).hasSize(16);
    }

    @Test
    void aRunThatIsBeingWrittenKeepsItsFile() throws IOException {
        Histories.write(folder, 1, cell(1, "handshake", Outcome.SUCCEEDED));
        Histories.write(folder, 2, cell(2, "handshake", Outcome.SUCCEEDED));
        try (var writer = HistoryStore.in(folder).write(run(3))) {
            writer.append(cell(3, "handshake", Outcome.SUCCEEDED));

            assertThat(compact()).isEqualTo(2);

            writer.append(cell(3, "retry", Outcome.SUCCEEDED));
        }
        assertThat(files()).hasSize(2);
        assertThat(read().of(key("retry"))).hasSize(1);
    }

    @Test
    void aFileThatSomebodyHasJustOpenedStaysAsItIs() throws IOException {
        Histories.write(folder, 1, cell(1, "handshake", Outcome.SUCCEEDED));
        Histories.write(folder, 2, cell(2, "handshake", Outcome.SUCCEEDED));
        var opened = Files.writeString(folder.resolve("2026-01-03.1.jsonl"), "");

        assertThat(compact()).isEqualTo(2);

        assertThat(opened).exists();
    }

    @Test
    void aRunThatWasKilledIsGatheredADayLater() throws IOException {
        Histories.write(folder, 1, cell(1, "handshake", Outcome.SUCCEEDED));
        try (var writer = HistoryStore.in(folder).write(run(2))) {
            writer.append(cell(2, "handshake", Outcome.SUCCEEDED));
        }
        assertThat(compact()).isZero();

        for (var file : files()) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        }

        assertThat(compact()).isEqualTo(2);
        assertThat(read().of(key("handshake"))).hasSize(2);
    }

    @Test
    void cellsThatAreMissingInAGatheredFileAreTold() throws IOException {
        Histories.write(folder, 1, cell(1, "handshake", Outcome.SUCCEEDED), cell(1, "retry", Outcome.FAILED));
        Histories.write(folder, 2, cell(2, "handshake", Outcome.SUCCEEDED));
        compact();
        var lines = Files.readAllLines(files().get(0));
        lines.remove(1);
        Files.write(files().get(0), lines);

        assertThat(read().damage())
                .containsExactly(files().get(0) + ":1: of the run " + run(1).name()
                        + ", which ends in line 3, 1 cells are missing");
    }

    @Test
    void aDamagedFileStaysAsItIs() throws IOException {
        Histories.write(folder, 1, cell(1, "handshake", Outcome.SUCCEEDED), cell(1, "retry", Outcome.FAILED));
        Histories.write(folder, 2, cell(2, "handshake", Outcome.SUCCEEDED));
        Histories.write(folder, 3, cell(3, "handshake", Outcome.SUCCEEDED));
        var damaged = files().get(0);
        Files.writeString(damaged, Files.readString(damaged).replace("failed", "xailed"));
        var content = Files.readString(damaged);

        assertThat(compact()).isEqualTo(2);

        assertThat(damaged).hasContent(content);
        assertThat(read().of(key("handshake"))).hasSize(3);
        assertThat(read().damage()).hasSize(2);
    }

    @Test
    void aCompactionThatWasKilledCostsNothing() throws IOException {
        Histories.write(folder, 1, cell(1, "handshake", Outcome.SUCCEEDED));
        Histories.write(folder, 2, cell(2, "handshake", Outcome.FAILED));
        var removed = files().get(0);
        var content = Files.readAllBytes(removed);
        compact();
        // Killed before it removed this file, and while it wrote the next one.
        Files.write(removed, content);
        var part = Files.writeString(folder.resolve("gathered-0.1.jsonl.part"), "half a li");

        assertThat(read().of(key("handshake"))).hasSize(2);
        Files.setLastModifiedTime(part, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        assertThat(compact()).isEqualTo(2);
        assertThat(read().of(key("handshake"))).hasSize(2);
        try (var all = Files.list(folder)) {
            assertThat(all.map(it -> it.getFileName().toString())).noneMatch(it -> it.endsWith(".part"));
        }
    }

    @Test
    void aFileThatAnotherCompactionCompletesMeanwhileIsNoFault() throws IOException {
        Histories.write(folder, 1, cell(1, "handshake", Outcome.SUCCEEDED));
        Histories.write(folder, 2, cell(2, "handshake", Outcome.SUCCEEDED));
        // It is in the folder's list, and there is no such file.
        Files.createSymbolicLink(folder.resolve("gathered-0.1.jsonl.part"), folder.resolve("gone"));

        assertThat(compact()).isEqualTo(2);
    }

    @Test
    void theNewestResultsOfEachCellStayAndOfTheNewestRunsAlsoThoseThatDidNotRun() throws IOException {
        var days = Retention.RESULTS + 20;
        Histories.write(folder, 1, cell(1, "rare", Outcome.FAILED), cell(1, "left-out", Outcome.SKIPPED));
        for (var day = 2; day <= days; day++) {
            Histories.write(folder, day, cell(day, "daily", Outcome.SUCCEEDED), cell(day, "left-out", Outcome.SKIPPED));
        }

        compact();

        assertThat(read().of(key("rare"))).hasSize(1);
        assertThat(read().of(key("daily"))).hasSize(Retention.RESULTS);
        assertThat(read().newest(key("daily"))).hasValue(cell(days, "daily", Outcome.SUCCEEDED));
        assertThat(read().of(key("left-out"))).hasSize(Retention.RUNS);
    }

    @Test
    void ofTheWholeResultsOfACellTheNewestStays() throws IOException {
        Histories.write(folder, 1, cell(1, "handshake", Outcome.SUCCEEDED).with("{\"old\":1}"));
        Histories.write(folder, 2, cell(2, "handshake", Outcome.SUCCEEDED).with("{\"new\":1}"));

        compact();

        assertThat(read().of(key("handshake")))
                .containsExactly(
                        cell(1, "handshake", Outcome.SUCCEEDED),
                        cell(2, "handshake", Outcome.SUCCEEDED).with("{\"new\":1}"));
    }

    private int compact() throws IOException {
        return HistoryStore.in(folder).compact();
    }

    private List<Path> files() throws IOException {
        return HistoryStore.files(folder, HistoryFile.SUFFIX);
    }

    private History read() {
        return HistoryStore.in(folder).read();
    }
}
