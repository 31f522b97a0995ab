package dev.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.protocol.Protocols;
import dev.interop.registry.Implementation;
import dev.interop.registry.Registry;
import dev.interop.registry.RegistryReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryBuildsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void makeABuildOfTwoImagesInAFolderOfAnotherName() throws IOException {
        var build = Files.createDirectories(folder.resolve("builds/of-mine"));
        Files.writeString(build.resolve("Dockerfile"), "FROM scratch\n");
        Files.writeString(build.resolve("config.json"), """
                {"name": "mine", "targets": {
                  "client": {"dockerfile": "Dockerfile", "image_name": "localhost/x/client:local"},
                  "old": {"dockerfile": "Dockerfile", "image_name": "localhost/x/old:local"}}}""");
    }

    @Test
    void aBuildThatMakesTheImageOfEachDraftIsAccepted() throws IOException {
        var registry = checked("builds", """
                "a": {"moqt": {"draft_versions": ["draft-16", "draft-18"], "roles": ["client"], "build": "mine",
                  "image": "localhost/x/client:local",
                  "drafts": {"draft-16": {"image": "localhost/x/old:local", "build": "mine"}}}},
                "b": {"moqt": {"draft_versions": ["draft-18"], "build": "mine", "roles": {
                  "relay": {"remote": [{"url": "moqt://b.example"}]}}}},
                "c": {"quic": {"roles": ["client"], "image": "x:1"}}""");

        assertThat(registry.problems()).isEmpty();
        assertThat(registry.implementations()).hasSize(3);
    }

    @Test
    void anImageIsUnselectedIfNoSelectedEntryUsesIt() throws IOException {
        var registry = checked("builds", """
                "a": {"quic": {"roles": ["client"], "image": "localhost/x/client:local", "build": "mine"}},
                "b": {"selected": false, "quic": {"roles": ["client"], "image": "localhost/x/client:local"}},
                "c": {"selected": false, "quic": {"roles": ["server"], "image": "localhost/x/old:local"}}""");

        assertThat(EntryBuilds.unselected(registry)).containsExactly("localhost/x/old:local");
    }

    @Test
    void aBuildThatDoesNotExistOrMakesAnotherImageIsAProblem() throws IOException {
        var registry = checked("builds", """
                "good": {"quic": {"roles": ["client"], "image": "localhost/x/client:local", "build": "mine"}},
                "slip": {"quic": {"roles": ["client", "server"], "image": "localhost/x/client:local", "build": "mime"}},
                "none": {"quic": {"roles": ["client"], "image": "x:1", "build": "nonexist"}},
                "other": {"quic": {"roles": ["client"], "image": "x:1", "build": "mine"}},
                "draft": {"moqt": {"draft_versions": ["draft-16"], "roles": ["client"], "image": "x:1",
                  "drafts": {"draft-16": {"image": "x:16", "build": "mine"}}}}""");

        assertThat(registry.implementations()).extracting(Implementation::name).containsExactly("good");
        var builds = folder.resolve("builds");
        var pulled = "; without 'build' the image is pulled, or is on the machine";
        assertThat(registry.problems())
                .extracting(it -> it.text().replace(folder + "/registry", "registry"))
                .containsExactly(
                        "registry.json:2: 'slip': build 'mime': no such build below " + builds
                                + "; did you mean 'mine'?" + pulled,
                        "registry.json:3: 'none': build 'nonexist': no such build below " + builds + "; there are mine"
                                + pulled,
                        "registry.json:4: 'other': build 'mine' makes localhost/x/client:local and localhost/x/old:local,"
                                + " not x:1; name the build that makes it, or leave 'build' out",
                        "registry.json:5: 'draft': build 'mine' makes localhost/x/client:local and localhost/x/old:local,"
                                + " not x:16; name the build that makes it, or leave 'build' out");
    }

    @Test
    void withoutBuildsNoEntryIsChecked() throws IOException {
        var registry = checked(
                "nowhere", "\"a\": {\"quic\": {\"roles\": [\"client\"], \"image\": \"x:1\", \"build\": \"its-own\"}}");

        assertThat(registry.problems()).isEmpty();
        assertThat(registry.implementations()).hasSize(1);
    }

    /** Runs in the project's folder, where the builds are; {@code list} also shows the valid entries. */
    @ParameterizedTest
    @ValueSource(strings = {"plan", "run", "list", "list --json", "check a"})
    void eachCommandThatReadsEntriesRefusesAWrongEntry(String command) throws IOException, InterruptedException {
        var registry = Files.writeString(folder.resolve("registry.json"), """
                {"version": "2.0", "implementations": {
                  "a": {"quic": {"roles": ["client", "server"], "image": "x:1", "build": "quic-go"}}}}""");
        var arguments = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        arguments.addAll(List.of(command.split(" ")));
        arguments.addAll(List.of("--registry", registry.toString()));

        var said = folder.resolve("said.txt");
        var process = new ProcessBuilder(arguments)
                .directory(new File(".."))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();

        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(ExitCode.USAGE);
        } finally {
            process.destroyForcibly();
        }
        assertThat(said).content().contains("registry.json:2: 'a': build 'quic-go' makes ", ", not x:1; ");
    }

    private Registry checked(String builds, String entries) throws IOException {
        var file = Files.writeString(
                folder.resolve("registry.json"), "{\"version\": \"2.0\", \"implementations\": {" + entries + "}}");
        return EntryBuilds.checked(
                new RegistryReader(Protocols.installed().registrySections()).read(List.of(file)),
                List.of(folder.resolve(builds)));
    }
}
