package dev.interop.history;

import static dev.interop.history.Histories.cell;
import static dev.interop.history.Histories.key;
import static dev.interop.history.Histories.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders whose files come and go while they are read. */
class FolderReadingTest {
    @TempDir
    Path folder;

    @Test
    void aFileThatWasGatheredBeforeItCouldBeReadIsFoundInTheNextListing() throws IOException {
        var now = twoRunsInOneFile();

        var history = reading(List.of(List.of(folder.resolve("gone.1.jsonl")), now, now));

        assertThat(history.runs()).containsExactly(run(1), run(2));
        assertThat(history.damage()).isEmpty();
    }

    @Test
    void aGatheredFileThatTheListingDidNotShowIsReadToo() throws IOException {
        var now = twoRunsInOneFile();

        assertThat(reading(List.of(List.of(), now, now, now)).of(key("handshake")))
                .hasSize(2);
    }

    @Test
    void whatMayBeMissingIsToldWhereFilesComeAndGoWithoutAnEnd() throws IOException {
        Histories.write(folder, 1, cell(1, "handshake", Outcome.SUCCEEDED));
        var all = new ArrayList<>(files());
        all.add(folder.resolve("gathered-always-gone.1.jsonl"));

        var history = new FolderReading(() -> all).read();

        assertThat(history.runs()).containsExactly(run(1));
        assertThat(history.damage()).singleElement().asString().endsWith("results may be missing");
    }

    private List<Path> twoRunsInOneFile() throws IOException {
        Histories.write(folder, 1, cell(1, "handshake", Outcome.SUCCEEDED));
        Histories.write(folder, 2, cell(2, "handshake", Outcome.FAILED));
        HistoryStore.in(folder).compact();
        return files();
    }

    private List<Path> files() throws IOException {
        return HistoryStore.files(folder, HistoryFile.SUFFIX);
    }

    /** Reads with one listing after the other, of which each attempt takes one or two. */
    private static History reading(List<List<Path>> listings) throws IOException {
        var next = new ArrayList<>(listings);
        return new FolderReading(() -> next.remove(0)).read();
    }
}
