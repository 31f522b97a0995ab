package dev.interop.testbed.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UntrustedArchiveTest {
    private static final ArchiveLimits LIMITS = new ArchiveLimits(1000, 3000, 20);

    @TempDir
    Path parent;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(parent.resolve("target"));
    }

    @Test
    void filesAndFoldersAreStoredBelowTheFolder() throws IOException {
        var skipped = store(
                new Tar().folder("logs").file("logs/a", "1").folder("logs/b").file("logs/b/c", "2"));

        assertThat(skipped).isEmpty();
        assertThat(folder.resolve("a")).hasContent("1");
        assertThat(folder.resolve("b/c")).hasContent("2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd",
                "../x",
                "logs/../../x",
                "logs/../x",
                "logs/a/../../../x",
                "logs//x",
                "./logs/x",
                "logs/./x",
                "logs/a\\..\\x",
                "logs/a\nb",
                "..",
                "logs/..",
            })
    void aPathThatIsNotBelowTheFolderIsLeftOut(String path) throws IOException {
        var skipped = store(new Tar().file(path, "evil"));

        assertThat(skipped).singleElement().asString().doesNotContain("\n").contains("its path is not one below");
        assertThat(everythingBelow(parent)).containsExactly(folder);
    }

    @Test
    void aFolderThatIsTooDeepIsLeftOutAndTheRestIsStored() throws IOException {
        var deepest = "logs" + "/d".repeat(ArchiveLimits.MOST_LEVELS);

        var skipped = store(new Tar().folder(deepest).folder(deepest + "/d").file("logs/after", "1"));

        assertThat(skipped).singleElement().asString().endsWith("more than 64 levels below the folder");
        assertThat(folder.resolve(deepest.substring(5))).isDirectory();
        assertThat(folder.resolve("after")).hasContent("1");
    }

    @Test
    void whatHasATooLongPathIsLeftOutAndTheRestIsStored() throws IOException {
        var longest = "logs" + ("/" + "é".repeat(100)).repeat(14);

        var skipped = store(new Tar()
                .folder(longest)
                .folder(longest + "/" + "é".repeat(100))
                .file("logs/after", "1"));

        assertThat(skipped).singleElement().asString().endsWith("a path of more than 3000 bytes");
        assertThat(folder.resolve(longest.substring(5))).isDirectory();
        assertThat(folder.resolve("after")).hasContent("1");
    }

    @Test
    void linksDevicesAndPipesAreNeverMade() throws IOException {
        var skipped = store(new Tar()
                .link(TarConstants.LF_SYMLINK, "logs/s", "/etc")
                .link(TarConstants.LF_LINK, "logs/h", "/etc/passwd")
                .pipe("logs/p")
                .device("logs/d"));

        assertThat(skipped).hasSize(4);
        assertThat(everythingBelow(folder)).isEmpty();
    }

    @Test
    void aFileBelowALinkIsStoredAsAPlainFile() throws IOException {
        store(new Tar()
                .link(TarConstants.LF_SYMLINK, "logs/s", parent.toString())
                .file("logs/s/x", "1"));

        assertThat(folder.resolve("s/x")).hasContent("1");
        assertThat(parent.resolve("x")).doesNotExist();
    }

    @Test
    void aSecondNameOfAFileIsACopy() throws IOException {
        store(new Tar().file("logs/a", "1").link(TarConstants.LF_LINK, "logs/b", "logs/a"));

        assertThat(folder.resolve("b")).hasContent("1");
    }

    @Test
    void secondNamesCountAsBytes() throws IOException {
        var tar = new Tar().file("logs/a", "x".repeat(900));
        for (var number = 0; number < 10; number++) {
            tar.link(TarConstants.LF_LINK, "logs/b" + number, "logs/a");
        }

        assertThat(store(tar)).singleElement().asString().contains("more than 3000 bytes in all");
        assertThat(everythingBelow(folder)).hasSize(3);
    }

    @Test
    void aFileThatIsTooLargeIsLeftOutAndTheNextIsKept() throws IOException {
        var skipped = store(new Tar().file("logs/big", "x".repeat(1001)).file("logs/small", "y"));

        assertThat(skipped).containsExactly("'big': 1001 bytes, more than 1000");
        assertThat(folder.resolve("small")).hasContent("y");
    }

    @Test
    void atTheLimitOfEntriesReadingEnds() throws IOException {
        var tar = new Tar();
        for (var number = 0; number < 30; number++) {
            tar.file("logs/f" + number, "");
        }

        assertThat(store(tar)).containsExactly("everything after 20 files and folders");
        assertThat(everythingBelow(folder)).hasSize(20);
    }

    @Test
    void aFileThatComesTwiceIsNotReplaced() throws IOException {
        var skipped = store(new Tar().file("logs/a", "1").file("logs/a", "2").file("logs/a/b", "3"));

        assertThat(skipped).hasSize(2);
        assertThat(folder.resolve("a")).hasContent("1");
    }

    @Test
    void aReservedNameIsChanged() throws IOException {
        var archive = new UntrustedArchive(LIMITS);
        archive.read(
                new Tar().file("logs/stdout.log", "mine").stream(),
                new FolderWriter(archive, folder, List.of("stdout.log")));

        assertThat(folder.resolve("stdout.log-copied")).hasContent("mine");
        assertThat(folder.resolve("stdout.log")).doesNotExist();
    }

    @Test
    void aNameThatNoFileCanHaveIsLeftOut() throws IOException {
        var skipped = store(new Tar().file("logs/" + "n".repeat(300), "1").file("logs/a", "2"));

        assertThat(skipped).hasSize(1);
        assertThat(folder.resolve("a")).hasContent("2");
    }

    @Test
    void reportsAreShortHoweverMuchIsLeftOut() throws IOException {
        var archive = new UntrustedArchive(new ArchiveLimits(10, 10, 10_000));
        var tar = new Tar();
        for (var number = 0; number < 1000; number++) {
            tar.pipe("logs/p" + number);
        }
        archive.read(tar.stream(), new FolderWriter(archive, folder, List.of()));

        assertThat(archive.skipped()).hasSize(51).last().isEqualTo("and 950 more");
    }

    @Test
    void theBeginningOfAFileThatIsTooLargeIsKeptIfItIsWorthIt() throws IOException {
        var archive = new UntrustedArchive(LIMITS, UntrustedArchive.TooLarge.CUT);
        archive.read(
                new Tar()
                        .file("logs/a", "x".repeat(2500)).file("logs/b", "y".repeat(2000)).file("logs/c", "z").stream(),
                new FolderWriter(archive, folder, List.of()));

        assertThat(folder.resolve("a")).hasContent("x".repeat(1000));
        assertThat(folder.resolve("b")).hasContent("y".repeat(1000));
        assertThat(folder.resolve("c")).hasContent("z");
        assertThat(archive.skipped())
                .containsExactly("'a': all after 1000 of its 2500 bytes", "'b': all after 1000 of its 2000 bytes");
    }

    @Test
    void anArchiveThatIsCutShortIsAnError() {
        var bytes = new Tar().file("logs/a", "x".repeat(900)).bytes();
        var archive = new UntrustedArchive(LIMITS);

        assertThatThrownBy(() -> archive.read(
                        new ByteArrayInputStream(Arrays.copyOf(bytes, 700)),
                        new FolderWriter(archive, folder, List.of())))
                .isInstanceOf(IOException.class);
    }

    private List<String> store(Tar tar) throws IOException {
        var archive = new UntrustedArchive(LIMITS);
        archive.read(tar.stream(), new FolderWriter(archive, folder, List.of()));
        return archive.skipped();
    }

    private static List<Path> everythingBelow(Path root) throws IOException {
        try (var all = Files.walk(root)) {
            return all.filter(it -> !it.equals(root)).toList();
        }
    }
}
