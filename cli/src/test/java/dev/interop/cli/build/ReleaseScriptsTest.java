package dev.interop.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of {@code builds/releases} read what the registries' clients say; here other programs say it. */
class ReleaseScriptsTest {
    private static final Path SCRIPTS = Path.of("..", "builds", "releases").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void goNamesTheModuleBeforeItsReleases() throws Exception {
        client("go", "[ \"$*\" = 'list -m -versions example.org/x' ] && echo example.org/x v0.9.0 v0.10.0");

        assertThat(list("go", "example.org/x")).containsExactly("v0.9.0", "v0.10.0");
    }

    @Test
    void pipNamesAllReleasesInOneLine() throws Exception {
        client("pip", "echo 'x (1.10)'", "echo 'Available versions: 1.10, 1.9rc1, 1.9'", "echo '  LATEST: 1.10'");

        assertThat(list("pypi", "x")).containsExactly("1.10", "1.9rc1", "1.9");
    }

    @Test
    void mavenKeepsTheMetadataOfAnArtifact() throws Exception {
        client(
                "mvn",
                "for it; do case $it in -Dmaven.repo.local=*) folder=${it#*=}/org/example/x.y ;; esac; done",
                "mkdir -p \"$folder\"",
                "echo '<metadata><versioning><latest>0.10</latest><versions><version>0.9</version>'"
                        + "'<version>0.10</version></versions></versioning></metadata>'"
                        + " >\"$folder/maven-metadata-central.xml\"");

        assertThat(list("maven", "org.example:x.y")).containsExactly("0.9", "0.10");
    }

    @Test
    void cargoKeepsALineARelease() throws Exception {
        client(
                "cargo",
                "[ $1 = add ] || { mkdir -p \"$7\"; exit 0; }",
                "mkdir -p \"$CARGO_HOME/registry/index/a/.cache/qu/in\"",
                "printf '\\003\\000etag\\0000.11.1\\000{\"vers\":\"0.11.1\",\"yanked\":true}\\000"
                        + "0.11.0\\000{\"yanked\":false,\"vers\":\"0.11.0\"}\\000'"
                        + " >\"$CARGO_HOME/registry/index/a/.cache/qu/in/quinn\"");

        assertThat(list("crates", "quinn")).containsExactly("0.11.0");
    }

    @Test
    void aClientThatFailsIsNoEmptyList() throws Exception {
        for (var client : List.of("go", "pip", "mvn", "cargo")) {
            client(client, "echo no such package >&2", "exit 3");
        }

        for (var registry : List.of("go", "pypi", "maven", "crates")) {
            var process = start(registry, "x:y");
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(registry).isNotZero();
            assertThat(process.errorReader().lines()).as(registry).contains("no such package");
        }
    }

    private void client(String name, String... lines) throws IOException {
        var file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private List<String> list(String registry, String name) throws Exception {
        var process = start(registry, name);
        var list = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(process.errorReader().lines().toList().toString())
                .isZero();
        return list.lines().toList();
    }

    private Process start(String registry, String name) throws IOException {
        var builder = new ProcessBuilder("sh", SCRIPTS.resolve(registry + ".sh").toString(), name);
        builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
        return builder.start();
    }
}
