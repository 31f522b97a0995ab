package dev.interop.testbed.cell;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.interop.NoteListener;
import dev.interop.recording.ContainerRole;
import dev.interop.testbed.SampleOptions;
import dev.interop.testbed.Scripted;
import dev.interop.testbed.cleanup.Owner;
import dev.interop.testbed.cleanup.ShutdownHooks;
import dev.interop.testbed.concurrent.SimulatedTime;
import dev.interop.testbed.context.Machine;
import dev.interop.testbed.context.OutputDisk;
import dev.interop.testbed.context.TestbedContext;
import dev.interop.testbed.docker.ContainerSpec;
import dev.interop.testbed.docker.ContainerSpec.Privilege;
import dev.interop.testbed.docker.EngineFolders;
import dev.interop.testbed.docker.FakeContainerBackend;
import dev.interop.testbed.docker.Networking;
import dev.interop.testbed.docker.Program;
import dev.interop.testbed.docker.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellContainerTest {
    @Test
    void aCellThatOutlivesItsTestbedEndsWithoutAnError(@TempDir Path folder) throws IOException {
        var time = new SimulatedTime();
        var engine = new FakeContainerBackend(time);
        var disk = OutputDisk.files(Runnable::run);
        var threads = Executors.newSingleThreadExecutor();
        var context = TestbedContext.of(
                engine,
                SampleOptions.of("simulated").withProgress(NoteListener.SILENT),
                Owner.current("simulated"),
                new Machine(time, time.clock(), threads, disk, ShutdownHooks.RUNTIME));
        var spec = new ContainerSpec(
                "late",
                Scripted.IMAGE,
                context.owner().labels(),
                Program.ofImage(List.of()),
                Networking.none(),
                Privilege.TOOL,
                new Resources(1 << 20, 8, 1));
        try (var merged = new MergedOutput(disk, Files.createTempFile(folder, "output", ".txt"))) {
            var output = new ContainerOutput("client", folder, merged, 100, line -> {}, bytes -> {});
            var container = new CellContainer(
                    context, ContainerRole.CLIENT, spec, List.of(), new EngineFolders(engine), output);
            container.prepare();
            threads.shutdownNow();

            assertThatCode(container::close).doesNotThrowAnyException();
        }
    }
}
