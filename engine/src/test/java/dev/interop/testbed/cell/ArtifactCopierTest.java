package dev.interop.testbed.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.NoteListener;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.RefusedFile;
import dev.interop.testbed.SampleOptions;
import dev.interop.testbed.Scripted;
import dev.interop.testbed.archive.TarSource;
import dev.interop.testbed.archive.TarStream;
import dev.interop.testbed.cleanup.Owner;
import dev.interop.testbed.cleanup.ShutdownHooks;
import dev.interop.testbed.concurrent.SimulatedTime;
import dev.interop.testbed.context.ContainerLimits;
import dev.interop.testbed.context.Machine;
import dev.interop.testbed.context.OutputDisk;
import dev.interop.testbed.context.TestbedContext;
import dev.interop.testbed.docker.ArchiveReader;
import dev.interop.testbed.docker.ContainerFolders;
import dev.interop.testbed.docker.ContainerSpec;
import dev.interop.testbed.docker.ContainerSpec.Privilege;
import dev.interop.testbed.docker.DiskSpace;
import dev.interop.testbed.docker.FakeContainerBackend;
import dev.interop.testbed.docker.Networking;
import dev.interop.testbed.docker.Program;
import dev.interop.testbed.docker.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactCopierTest {
    @TempDir
    Path folder;

    private final List<RefusedFile> refused = new ArrayList<>();
    private List<String> volumes = List.of();

    /** An honest transfer beside a TCP flow on a slow machine had two captures of 170 MB, and the second one was missing. */
    @Test
    void eachOfTheTwoCapturesMayBeAsLargeAsAFile() throws IOException {
        copy(ContainerRole.SIM, "trace_node_left.pcap", "trace_node_right.pcap");

        assertThat(refused).isEmpty();
        assertThat(folder.resolve("sim/trace_node_left.pcap")).exists();
        assertThat(folder.resolve("sim/trace_node_right.pcap")).exists();
    }

    @Test
    void allFilesOfAnEndpointTogetherAreLimited() throws IOException {
        copy(ContainerRole.CLIENT, "a.log", "b.log");

        assertThat(refused).singleElement().satisfies(it -> assertThat(it.why()).startsWith("'b.log' and everything"));
        assertThat(folder.resolve("client/a.log")).exists();
        assertThat(folder.resolve("client/b.log")).doesNotExist();
    }

    @Test
    void aVolumeThatAnImageDeclaresBelowAFolderIsNotTakenInSilence() throws IOException {
        volumes = List.of("/data", "/logs/qlog");

        copy(ContainerRole.CLIENT, "a", "a");

        assertThat(refused)
                .filteredOn(it -> it.why().contains("volume"))
                .containsExactly(
                        new RefusedFile(ContainerRole.CLIENT, "/logs", "qlog: a volume that its image declares"));
    }

    /** Copies two files of three bytes, with a limit of four bytes. */
    private void copy(ContainerRole role, String one, String other) throws IOException {
        var time = new SimulatedTime();
        var engine = new FakeContainerBackend(time);
        var disk = OutputDisk.files(Runnable::run);
        var context = TestbedContext.of(
                engine,
                SampleOptions.of("simulated").withProgress(NoteListener.SILENT),
                Owner.current("simulated"),
                new Machine(time, time.clock(), SimulatedTime.threads(), disk, ShutdownHooks.RUNTIME));
        var spec = new ContainerSpec(
                role.label(),
                Scripted.IMAGE,
                context.owner().labels(),
                Program.ofImage(List.of()),
                Networking.none(),
                Privilege.TOOL,
                new Resources(1 << 20, 8, 1),
                volumes);
        Files.createDirectories(folder.resolve(role.label()));
        try (var merged = new MergedOutput(disk, folder.resolve("output.txt"))) {
            var output = new ContainerOutput(
                    role.label(), folder.resolve(role.label()), merged, 100, line -> {}, bytes -> {});
            var files = List.of(TarSource.text("logs/" + one, "abc"), TarSource.text("logs/" + other, "abc"));
            var container = new CellContainer(context, role, spec, List.of(), new Holding(files), output);
            container.prepare();
            var limits = new ContainerLimits(1 << 20, 8, 1, 100, 4, 4, 1 << 20, 100, Duration.ZERO);
            new ArtifactCopier(limits, folder, merged, refused::add).logs(container);
            container.close();
        }
    }

    /** A folder that holds these files. */
    private record Holding(List<TarSource> files) implements ContainerFolders {
        @Override
        public void put(String container, List<TarSource> sources) {
            throw new UnsupportedOperationException("nothing is put here");
        }

        @Override
        public boolean get(String container, String path, ArchiveReader reader) throws IOException {
            try (var tar = new TarStream(files)) {
                reader.read(tar);
            }
            return true;
        }

        @Override
        public Optional<DiskSpace> free() {
            return Optional.empty();
        }

        @Override
        public Optional<DiskSpace> used() {
            return Optional.of(DiskSpace.NONE);
        }

        @Override
        public void empty() {
            // Nothing is left.
        }
    }
}
