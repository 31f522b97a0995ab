package dev.interop.testbed.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.protocol.TestFile;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.DownloadedFile;
import dev.interop.testbed.archive.ArchiveLimits;
import dev.interop.testbed.archive.TarSource;
import dev.interop.testbed.archive.TarStream;
import dev.interop.testbed.archive.UntrustedArchive;
import dev.interop.testing.SimpleTestCase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ServedContentTest {
    private static final ArchiveLimits LIMITS = new ArchiveLimits(1 << 30, 1 << 30, 10_000);

    @Test
    void namesAreSafeInUrlsAndAllDifferent() {
        var urls = content(1, Collections.nCopies(1999, TestFile.ofSize(32)))
                .fileRequests(new SimpleTestCase("T", "test"))
                .urls();

        assertThat(urls).doesNotHaveDuplicates().allMatch(it -> it.matches("https://server4:443/[a-z]+(-[a-z]+){2}"));
        // The longest text that the kernel takes as one variable of a process is 128 KiB.
        assertThat(String.join(" ", urls).length()).isLessThan(128 << 10);
    }

    @Test
    void aNameMayHaveAFixedLength() {
        var served = content(1, Collections.nCopies(40, new TestFile(32, 250))).served();

        assertThat(served).hasSize(40).allMatch(it -> it.path().matches("[a-zA-Z0-9]{250}"));
    }

    @Test
    void theSizeOfAnHonestDownloadIsTheSizeOfAllFiles() {
        assertThat(content(1, List.of(TestFile.ofSize(5), TestFile.ofSize(3_000_000_000L)))
                        .bytes())
                .isEqualTo(3_000_000_005L);
    }

    @Test
    void namesComeFromTheSeedAndContentDoesNot() {
        var one = content(5, List.of(TestFile.ofSize(64))).served().get(0);
        var other = content(5, List.of(TestFile.ofSize(64))).served().get(0);

        assertThat(one.path()).isEqualTo(other.path());
        assertThat(one.sha256()).isNotEqualTo(other.sha256());
    }

    @Test
    void filesOfOneCellDiffer() {
        var served =
                content(5, List.of(TestFile.ofSize(64), TestFile.ofSize(64))).served();

        assertThat(served.get(0).sha256()).isNotEqualTo(served.get(1).sha256());
    }

    @Property(tries = 50)
    void anUnchangedDownloadHasNoDifference(@ForAll @IntRange(max = 200_000) int size) throws IOException {
        var content = content(1, List.of(TestFile.ofSize(size)));

        var found = download(content, content.sources("downloads"));

        var served = content.served().get(0);
        assertThat(found)
                .containsExactly(new DownloadedFile(
                        ContainerRole.CLIENT,
                        served.path(),
                        DownloadedFile.Kind.FILE,
                        size,
                        served.sha256(),
                        OptionalLong.empty()));
    }

    @Property(tries = 50)
    void theFirstByteThatDiffersIsFound(
            @ForAll @IntRange(min = 1, max = 200_000) int size, @ForAll @IntRange(max = 199_999) int place)
            throws IOException {
        var at = place % size;
        var content = content(1, List.of(TestFile.ofSize(size)));
        var bytes = bytes(content);
        bytes[at] ^= 1;

        assertThat(download(content, content.served().get(0).path(), bytes).firstDifference())
                .hasValue(at);
    }

    @Test
    void aFileThatIsCutShortOrTooLongDiffersAtItsEnd() throws IOException {
        var content = content(1, List.of(TestFile.ofSize(100)));
        var name = content.served().get(0).path();
        var bytes = bytes(content);

        assertThat(download(content, name, Arrays.copyOf(bytes, 99)).firstDifference())
                .hasValue(99);
        assertThat(download(content, name, Arrays.copyOf(bytes, 101)).firstDifference())
                .hasValue(100);
        assertThat(download(content, name, new byte[0]).firstDifference()).hasValue(0);
    }

    @Test
    void foldersGetTheFilesInTurn() {
        var content = content(1, List.of(TestFile.ofSize(1), TestFile.ofSize(2), TestFile.ofSize(3)), 2);

        var folders = content.folders("x").stream().map(TarSource::path).toList();
        assertThat(folders).hasSize(2).doesNotHaveDuplicates();
        assertThat(content.sources("x"))
                .extracting(it -> it.path().substring(0, it.path().lastIndexOf('/')))
                .containsExactly(folders.get(0), folders.get(1), folders.get(0));
    }

    @Test
    void aFileThatWasNotServedIsComparedWithNothing() throws IOException {
        var content = content(1, List.of(TestFile.ofSize(100)));

        assertThat(download(content, "stranger", new byte[] {1}).firstDifference())
                .isEmpty();
    }

    private static ServedContent content(long seed, List<TestFile> files) {
        return content(seed, files, 0);
    }

    private static ServedContent content(long seed, List<TestFile> files, int folders) {
        return new ServedContent(files, folders, new Random(seed), new SecureRandom());
    }

    private static byte[] bytes(ServedContent content) throws IOException {
        try (var stream = content.sources("x").get(0).content().open()) {
            return stream.readAllBytes();
        }
    }

    private static DownloadedFile download(ServedContent content, String name, byte[] bytes) throws IOException {
        var file = TarSource.file("downloads/" + name, bytes.length, () -> new ByteArrayInputStream(bytes));
        return download(content, List.of(file)).get(0);
    }

    private static List<DownloadedFile> download(ServedContent content, List<TarSource> files) throws IOException {
        var all = new ArrayList<TarSource>();
        all.add(TarSource.folder("downloads", 0777));
        all.addAll(files);
        var archive = new UntrustedArchive(LIMITS);
        var reader = new DownloadsReader(ContainerRole.CLIENT, content);
        archive.read(new TarStream(all), reader);
        return reader.found();
    }
}
