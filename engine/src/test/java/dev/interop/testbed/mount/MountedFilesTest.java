package dev.interop.testbed.mount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.registry.MountedFile;
import dev.interop.testbed.archive.TarSource;
import dev.interop.testbed.archive.TarStream;
import dev.interop.testbed.concurrent.SimulatedTime;
import dev.interop.testbed.docker.ArchiveReader;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.FakeContainerBackend;
import dev.interop.testbed.docker.ForwardingBackend;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MountedFilesTest {
    private static final String PATH = "/usr/bin/client";

    @TempDir
    Path folder;

    private final List<String> notes = new ArrayList<>();
    private final OneFileEngine engine = new OneFileEngine();
    private Path binary;

    @BeforeEach
    void compile() throws IOException {
        binary = Files.writeString(folder.resolve("client"), "first");
    }

    @Test
    void aFileIsCopiedToItsPathWithItsPermissions() throws IOException {
        try (var mounts = mounts()) {
            mounts.put("c1", "image", List.of(mounted("first")));
        }

        assertThat(engine.copied).containsExactly("c1:usr/bin/client 755 first");
        assertThat(notes).isEmpty();
    }

    @Test
    void allContainersOfARunGetTheSameContentThoughItIsCompiledAnewMeanwhile() throws IOException {
        try (var mounts = mounts()) {
            mounts.put("c1", "image", List.of(mounted("first")));
            Files.writeString(binary, "second");
            mounts.put("c2", "image", List.of(mounted("first")));
        }

        assertThat(engine.copied).containsExactly("c1:usr/bin/client 755 first", "c2:usr/bin/client 755 first");
    }

    @Test
    void aFileThatChangedSinceTheRunWasPlannedIsRefused() throws IOException {
        Files.writeString(binary, "second");

        try (var mounts = mounts()) {
            assertThatThrownBy(() -> mounts.put("c1", "image", List.of(mounted("first"))))
                    .isInstanceOf(EngineFailure.class)
                    .hasMessage("--mount %s: %s has changed since the run was planned; run again", PATH, binary);
        }
        assertThat(engine.copied).isEmpty();
    }

    @Test
    void aPathThatIsAFolderOfTheImageIsRefused() {
        engine.entry = TarSource.folder("client", 0755);

        try (var mounts = mounts()) {
            assertThatThrownBy(() -> mounts.put("c1", "image", List.of(mounted("first"))))
                    .isInstanceOf(EngineFailure.class)
                    .hasMessage("--mount %s: is a folder in the image; name the file in it", PATH);
        }
    }

    @Test
    void aFileThatTakesThePlaceOfNoneIsNotedOnceAnImage() throws IOException {
        engine.exists = false;

        try (var mounts = mounts()) {
            mounts.put("c1", "image", List.of(mounted("first")));
            mounts.put("c2", "image", List.of(mounted("first")));
        }

        assertThat(notes).containsExactly("--mount /usr/bin/client: the image has no file there that it would replace");
        assertThat(engine.copied).hasSize(2);
    }

    private MountedFiles mounts() {
        return new MountedFiles(engine, notes::add);
    }

    private MountedFile mounted(String content) {
        return new MountedFile(binary, PATH, sha256(content), true);
    }

    private static String sha256(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An engine whose containers have one file at every path. */
    private static final class OneFileEngine extends ForwardingBackend {
        private final List<String> copied = new ArrayList<>();
        private TarSource entry = TarSource.text("client", "of the image");
        private boolean exists = true;

        OneFileEngine() {
            super(new FakeContainerBackend(new SimulatedTime()));
        }

        @Override
        public void copyIn(String container, String folder, InputStream archive) {
            try (var tar = new TarArchiveInputStream(archive)) {
                for (var file = tar.getNextEntry(); file != null; file = tar.getNextEntry()) {
                    copied.add("%s:%s %o %s"
                            .formatted(
                                    container,
                                    file.getName(),
                                    file.getMode() & 0777,
                                    new String(tar.readAllBytes(), StandardCharsets.UTF_8)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean copyOut(String container, String path, ArchiveReader reader) throws IOException {
            if (exists) {
                reader.read(new TarStream(List.of(entry)));
            }
            return exists;
        }
    }
}
