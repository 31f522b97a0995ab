package dev.interop.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MountTest extends RegistryFiles {
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path files;

    private Registry registry() {
        return own("""
            'quic-go': {'quic': {'roles': ['client', 'server'], 'image': 'q'}},
            'nginx': {'quic': {'roles': ['server'], 'image': 'n'}}""");
    }

    private Mount mount(Path file) {
        return new Mount("quic-go", file, "/usr/bin/client");
    }

    private Path executable(String name, String content) throws IOException {
        var file = Files.writeString(files.resolve(name), content);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    @Test
    void aMountNamesImplementationFileAndPath() {
        assertThat(Mount.parse("--mount", "quic-go=./build/client:/usr/bin/client"))
                .isEqualTo(new Mount("quic-go", Path.of("./build/client"), "/usr/bin/client"));
    }

    @Test
    void theFilesNameMayHaveColonsAndEqualsSigns() {
        var mount = Mount.parse("--mount", "x=a:b=c:/usr/bin/x");

        assertThat(mount.file()).isEqualTo(Path.of("a:b=c"));
        assertThat(Mount.parse("--mount", mount.text())).isEqualTo(mount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "quic-go=client", "=client:/x", "quic-go=:/x", "client:/x"})
    void aTextOfAnotherFormIsRefused(String text) {
        assertThatThrownBy(() -> Mount.parse("--mount", text))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "--mount: '%s' is not understood; it takes NAME=FILE:/PATH,"
                                + " such as quic-go=./client:/usr/bin/client",
                        text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/usr/bin/", "/usr/../bin/x", "//x"})
    void aPathOfNoFileIsRefused(String path) {
        assertThatThrownBy(() -> Mount.parse("--mount", "quic-go=client:" + path))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no path of a file in the container");
    }

    @Test
    void aMountedFileIsInEveryRoleAndKnownByItsHash() throws IOException {
        var file = executable("client", "abc");

        var mounted = registry().mounting(mount(file));

        var quicGo = mounted.find("quic", "quic-go").orElseThrow();
        assertThat(quicGo.mounted()).containsExactly(new MountedFile(file, "/usr/bin/client", OF_ABC, true));
        assertThat(mounted.find("quic", "nginx").orElseThrow().mounted()).isEmpty();
    }

    @Test
    void aLaterMountAtTheSamePathReplacesAnEarlierOne() throws IOException {
        var first = executable("first", "1");
        var second = executable("second", "2");

        var mounted = registry().mounting(mount(first)).mounting(mount(second));

        assertThat(mounted.find("quic", "quic-go").orElseThrow().mounted())
                .extracting(MountedFile::file)
                .containsExactly(second);
    }

    @Test
    void whatIsNoProgramNeedNotBeExecutable() throws IOException {
        var jar = Files.writeString(files.resolve("client.jar"), "PK");
        var library = Files.write(files.resolve("libquic.so.1"), new byte[] {0x7f, 'E', 'L', 'F', 2});

        assertThat(MountedFile.of(mount(jar)).executable()).isFalse();
        assertThat(MountedFile.of(mount(library)).executable()).isFalse();
    }

    @Test
    void aMissingFileIsRefused() {
        assertRefused(files.resolve("client"), "no such file");
    }

    @Test
    void aFolderIsRefused() {
        assertRefused(files, "is no file; name the binary itself");
    }

    @Test
    void aProgramThatIsNotExecutableIsRefused() throws IOException {
        assertRefused(
                Files.write(files.resolve("client"), new byte[] {0x7f, 'E', 'L', 'F', 2}),
                "is not executable; chmod +x it");
        assertRefused(Files.writeString(files.resolve("run.sh"), "#!/bin/sh"), "is not executable; chmod +x it");
    }

    @Test
    void anUnknownNameIsRefused() {
        assertThatThrownBy(() -> registry().mounting(new Mount("quicgo", files, "/x")))
                .isInstanceOf(UserError.class)
                .hasMessage("--mount 'quicgo': no such implementation; nearest: quic-go");
    }

    private void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> registry().mounting(mount(file)))
                .isInstanceOf(UserError.class)
                .hasMessage("--mount 'quic-go': %s: %s", file, why);
    }
}
