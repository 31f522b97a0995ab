package dev.interop.cli.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import dev.interop.recording.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
    @TempDir
    Path folder;

    private GitRepository repository;
    private String first;
    private String second;
    private String onBranch;

    @BeforeEach
    void makeRepository() {
        repository = new GitRepository(folder.resolve("upstream"));
        first = repository.write("src/version", "1").commit();
        repository.git("tag", "v1");
        second = repository.write("src/version", "2").commit();
        repository.git("checkout", "--quiet", "-b", "next");
        onBranch = repository.write("src/version", "3").commit();
        repository.git("checkout", "--quiet", "main");
    }

    @Test
    void theDefaultRefIsUsedUnlessAnotherOneIsChosen() throws IOException {
        assertThat(fetched(SourceChoice.DEFAULT)).isEqualTo(second + " 2");
        assertThat(fetched(ref("v1"))).isEqualTo(first + " 1");
        assertThat(fetched(ref("next"))).isEqualTo(onBranch + " 3");
        assertThat(fetched(ref(first))).isEqualTo(first + " 1");
    }

    @Test
    void fetchedSourcesAreRemovedAfterwards() throws IOException {
        Path fetched;
        try (var tree = get(SourceChoice.DEFAULT)) {
            fetched = tree.folder();
        }

        assertThat(fetched).doesNotExist();
    }

    @Test
    void aLocalFolderIsUsedUnchanged() throws IOException {
        try (var tree = get(local(repository.folder()))) {
            assertThat(tree.provenance()).isEqualTo(new Provenance("", "", second, false, ""));
        }
        repository.write("src/version", "changed");
        try (var tree = get(local(repository.folder()))) {
            assertThat(tree.provenance().dirty()).isTrue();
            assertThat(tree.provenance().text()).isEqualTo(second.substring(0, 10) + "+");
        }
        assertThat(repository.folder()).exists();
    }

    @Test
    void aDotNamesTheCurrentFolder() throws IOException {
        try (var tree = get(local(Path.of(".")))) {
            assertThat(tree.folder()).isEqualTo(Path.of("").toAbsolutePath());
        }
    }

    @Test
    void aChosenRepositoryReplacesTheDefaultOne() throws IOException {
        var fork = new GitRepository(folder.resolve("fork"));
        var commit = fork.write("src/version", "fork").commit();

        assertThat(fetched(new SourceChoice(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(fork.folder().toString()))))
                .isEqualTo(commit + " fork");
    }

    @Test
    void missingSourcesAreRefusedWithTheRemedy() {
        assertThatThrownBy(() -> get(ref("v9")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("ref 'v9': no such branch, tag or commit")
                .hasMessageContaining("--ref");
        assertThatThrownBy(() -> get(ref("--upload-pack=touch x")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("begins with '-'");
        assertThatThrownBy(() -> get(local(folder.resolve("absent"))))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no such folder");
        assertThatThrownBy(() -> get(new SourceChoice(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(folder.resolve("absent").toString()))))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("could not be fetched; if it is not the right one, name it with --repo")
                .hasMessageContaining("build.log");
    }

    private String fetched(SourceChoice choice) throws IOException {
        try (var tree = get(choice)) {
            return tree.provenance().commit() + " "
                    + Files.readString(tree.folder().resolve("src/version"));
        }
    }

    private SourceTree get(SourceChoice choice) throws IOException {
        var source = new ImageBuild.Source(
                folder.resolve("Dockerfile"), "src", repository.folder().toString(), "main");
        var build = new ImageBuild(
                "example", "client", "localhost/interop-test/example:1", folder, source, ImageBuild.Effort.QUICK);
        return new Sources(folder.resolve("build.log")).get(build, source, choice);
    }

    private static SourceChoice ref(String ref) {
        return new SourceChoice(Optional.of(ref), Optional.empty(), Optional.empty());
    }

    private static SourceChoice local(Path folder) {
        return new SourceChoice(Optional.empty(), Optional.of(folder), Optional.empty());
    }
}
