package dev.interop.testbed.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.interop.recording.ContainerRole;
import dev.interop.recording.DownloadedFile;
import dev.interop.testbed.archive.ArchiveLimits;
import dev.interop.testbed.archive.UntrustedArchive;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;

class DownloadsReaderTest {
    private static List<DownloadedFile> found(ArchiveLimits limits, String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes, StandardCharsets.UTF_8.name())) {
            for (var name : names) {
                var entry = new TarArchiveEntry("downloads/" + name, true);
                entry.setSize(3);
                tar.putArchiveEntry(entry);
                tar.write(new byte[] {1, 2, 3});
                tar.closeArchiveEntry();
            }
        }
        var reader = new DownloadsReader(
                ContainerRole.CLIENT, new ServedContent(List.of(), 0, new Random(1), new SecureRandom()));
        new UntrustedArchive(limits).read(new ByteArrayInputStream(bytes.toByteArray()), reader);
        return reader.found();
    }

    @Test
    void aFileOfAStrangeNameIsFoundToo() throws IOException {
        assertThat(found(new ArchiveLimits(9, 9, 9), "good", "a\\b", "../up"))
                .extracting(DownloadedFile::kind, DownloadedFile::path)
                .containsExactlyInAnyOrder(
                        tuple(DownloadedFile.Kind.FILE, "good"),
                        tuple(DownloadedFile.Kind.OTHER, "'downloads/a\\b': its path is not one below the folder"),
                        tuple(DownloadedFile.Kind.OTHER, "'downloads/../up': its path is not one below the folder"));
    }

    @Test
    void aFileThatIsTooLargeIsFoundToo() throws IOException {
        assertThat(found(new ArchiveLimits(2, 9, 9), "large"))
                .extracting(DownloadedFile::path)
                .containsExactly("'large': 3 bytes, more than 2");
    }

    @Test
    void aFileBeyondTheLimitOfTheArchiveIsFoundToo() throws IOException {
        assertThat(found(new ArchiveLimits(9, 9, 9), "a", "b", "c", "d"))
                .extracting(DownloadedFile::path)
                .contains("'d' and everything after it: more than 9 bytes in all");
        assertThat(found(new ArchiveLimits(9, 99, 4), "a", "b", "c", "d", "e"))
                .extracting(DownloadedFile::path)
                .contains("everything after 4 files and folders");
    }
}
