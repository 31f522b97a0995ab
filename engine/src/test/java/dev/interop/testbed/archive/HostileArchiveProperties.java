package dev.interop.testbed.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HostileArchiveProperties {
    private static final ArchiveLimits LIMITS = new ArchiveLimits(1000, 3000, 20);

    @Property(tries = 300)
    void noPathEscapes(@ForAll("paths") List<String> paths) throws IOException {
        var parent = Files.createTempDirectory("interop-property-");
        try {
            var folder = Files.createDirectory(parent.resolve("target"));
            var tar = new Tar();
            paths.forEach(it -> tar.file(it, "x"));
            read(tar.bytes(), folder);

            try (var all = Files.list(parent)) {
                assertThat(all).containsExactly(folder);
            }
        } finally {
            delete(parent);
        }
    }

    @Property(tries = 300)
    void brokenArchivesAreErrorsOfReadingOnly(@ForAll("damage") int[] damage) throws IOException {
        var parent = Files.createTempDirectory("interop-property-");
        try {
            var bytes = new Tar()
                    .folder("logs")
                    .file("logs/a", "content")
                    .pipe("logs/p")
                    .bytes();
            for (var index = 0; index + 1 < damage.length; index += 2) {
                bytes[Math.floorMod(damage[index], 2048)] = (byte) damage[index + 1];
            }
            try {
                read(bytes, parent);
            } catch (IOException e) {
                assertThat(e).isNotNull();
            }
        } finally {
            delete(parent);
        }
    }

    private static void read(byte[] bytes, Path folder) throws IOException {
        var archive = new UntrustedArchive(LIMITS);
        archive.read(new ByteArrayInputStream(bytes), new FolderWriter(archive, folder, List.of("stdout.log")));
    }

    @Provide
    Arbitrary<List<String>> paths() {
        var segment = Arbitraries.of("..", ".", "", "logs", "a", "b", "stdout.log", "ä", "a\u0000b", "~", "C:", "\\");
        return segment.list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(it -> String.join("/", it))
                .filter(it -> !it.isEmpty() && !it.endsWith("/"))
                .list()
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<int[]> damage() {
        return Arbitraries.integers().array(int[].class).ofMaxSize(12);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}
