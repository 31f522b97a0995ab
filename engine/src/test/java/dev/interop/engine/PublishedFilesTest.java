package dev.interop.engine;

import static dev.interop.testing.CellBuilder.cell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.moqt.MoqtProtocol;
import dev.interop.protocol.PublishedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.reporting.FileEntry;

class PublishedFilesTest {
    @TempDir
    Path run;

    @BeforeEach
    void someFilesAreInTheRecording() throws IOException {
        for (var it : List.of("output.txt", "client/stdout.log", "client/mlog/deep/a.mlog", "server/mlog/b.bin")) {
            var file = run.resolve(cell("a", "b", "t").build().logs()).resolve(it);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "x");
        }
    }

    @Test
    void aProtocolWithoutFilesOfItsOwnPublishesThoseOfEveryCell() {
        assertThat(published(List.of())).containsExactly("output.txt text/plain;charset=UTF-8");
    }

    @Test
    void aProtocolsFilesHaveTheMediaTypeOfTheFirstThatIncludesThem() {
        assertThat(published(List.of(
                        new PublishedFile("**.mlog", "text/x-mlog", ""), new PublishedFile("*/mlog/**", "x/y", ""))))
                .containsExactly(
                        "output.txt text/plain;charset=UTF-8",
                        "client/mlog/deep/a.mlog text/x-mlog",
                        "server/mlog/b.bin x/y");
    }

    @Test
    void aFileOfEveryCellIsNotPublishedTwice() {
        assertThat(published(List.of(new PublishedFile("output.txt", "x/y", ""))))
                .containsExactly("output.txt text/plain;charset=UTF-8");
    }

    @Test
    void moqtPublishesTheClientsReportAndTheLogsOfBothSides() {
        assertThat(published(new MoqtProtocol().publishedFiles()))
                .containsExactly(
                        "output.txt text/plain;charset=UTF-8",
                        "client/mlog/deep/a.mlog text/plain;charset=UTF-8",
                        "client/stdout.log text/plain;charset=UTF-8",
                        "server/mlog/b.bin application/octet-stream");
    }

    private List<String> published(List<PublishedFile> more) {
        var result = cell("a", "b", "t").build();
        var folder = run.resolve(result.logs());
        return PublishedFiles.of(run, result, more)
                .map(it -> folder.relativize(it.getPath()) + " " + mediaType(it))
                .toList();
    }

    private static String mediaType(FileEntry file) {
        return file.getMediaType().orElse("");
    }
}
