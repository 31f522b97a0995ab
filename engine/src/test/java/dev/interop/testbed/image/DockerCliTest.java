package dev.interop.testbed.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import dev.interop.testbed.docker.EngineHost;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerCliTest {
    private static final EngineHost HOST = new EngineHost(URI.create("unix:///run/docker.sock"), Optional.empty());

    @TempDir
    Path folder;

    @Test
    void aMachineWithoutTheDockerCommandIsToldWhatToInstall() {
        assertThatThrownBy(() -> DockerCli.find(HOST, folder.toString()))
                .isInstanceOf(UserError.class)
                .hasMessage("no 'docker' command on PATH works with the container engine at " + HOST.address()
                        + ", and images are built with it: install docker.io (Debian) or docker-ce-cli and"
                        + " docker-buildx-plugin");
    }

    @Test
    void aCommandThatDoesNotWorkIsPassedOver() throws IOException {
        var broken = command("broken", "exit 1");
        var old = command("old", "echo 20.10.24");

        var found = DockerCli.find(HOST, broken.getParent() + File.pathSeparator + old.getParent());

        assertThat(found.program()).isEqualTo(old);
        assertThat(found.buildKit()).isTrue();
    }

    @Test
    void aCommandWithBuildKitIsPreferred() throws IOException {
        var without = command("without", "[ \"$1\" = version ] && echo 27.0.1");
        var with = command("with", "echo 27.0.1");

        var found = DockerCli.find(HOST, without.getParent() + File.pathSeparator + with.getParent());

        assertThat(found.program()).isEqualTo(with);
    }

    private Path command(String name, String script) throws IOException {
        var file = Files.createDirectory(folder.resolve(name)).resolve("docker");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
