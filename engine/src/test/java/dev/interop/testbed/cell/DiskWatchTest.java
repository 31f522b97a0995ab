package dev.interop.testbed.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.CellEnd;
import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerEnd.How;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Recording;
import dev.interop.testbed.docker.EngineFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Endpoints that fill the disk, on a fake engine in simulated time. The limit is that of the defaults: 2048 MiB. */
@Timeout(20)
class DiskWatchTest {
    private static final long MIB = 1L << 20;

    private SimulatedBed bed;

    @BeforeEach
    void openTestbed(@TempDir Path folder) {
        bed = new SimulatedBed(folder).withSandboxes();
        bed.engine.script("sim").prints(100, "sim: running\n");
    }

    @Test
    void anEndpointThatFillsItsFoldersIsStoppedAndNothingIsTakenFromIt() throws IOException {
        bed.time.after(
                Duration.ofMillis(1300),
                () -> bed.engine.agent("client-sandbox").fills(3000 * MIB));

        var recording = bed.run();

        assertThat(bed.time.passed()).isLessThan(Duration.ofSeconds(3));
        assertThat(recording.end()).isEqualTo(CellEnd.CLIENT);
        assertThat(recording.fault()).isEmpty();
        assertThat(recording.ending(ContainerRole.CLIENT)).hasValueSatisfying(it -> {
            assertThat(it.how()).isEqualTo(How.DISK_LIMIT);
            assertThat(it.detail())
                    .isEqualTo("wrote 3000 MiB (3000 MiB in its folders, 0 MiB in its own file system),"
                            + " more than 2048 MiB, the limit of interop.limit.disk");
        });
        assertThat(recording.ending(ContainerRole.SERVER).orElseThrow().how()).isEqualTo(How.STOPPED);
        assertThat(bed.engine.agent("client-sandbox").requests())
                .contains("empty")
                .noneMatch(it -> it.startsWith("get "));
        assertThat(Files.readString(recording.folder().resolve("output.txt")))
                .contains("not taken from client: its files; it wrote 3000 MiB");
    }

    @Test
    void aServerThatFillsItsOwnFileSystemEndsTheCell() {
        bed.time.after(Duration.ofMillis(300), () -> bed.engine.agent("-server").writes(2049 * MIB));

        var recording = bed.run();

        assertThat(recording.end()).isEqualTo(CellEnd.SERVER);
        assertThat(recording.ending(ContainerRole.SERVER).orElseThrow().how()).isEqualTo(How.DISK_LIMIT);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void filesAreLimitedLikeBytesEvenIfTheyAreEmpty(boolean inFolders) {
        bed.time.after(Duration.ofMillis(1300), () -> {
            var sandbox = bed.engine.agent("client-sandbox");
            if (inFolders) {
                sandbox.fillsWithFiles(140_000);
            } else {
                bed.engine.agent("-client").writesFiles(140_000);
                sandbox.losesFiles(140_000);
            }
        });

        var recording = bed.run();

        assertThat(recording.ending(ContainerRole.CLIENT).orElseThrow())
                .isEqualTo(new ContainerEnd(
                        How.DISK_LIMIT,
                        recording.ending(ContainerRole.CLIENT).orElseThrow().exitCode(),
                        "made 140000 files (%s in its own file system), more than 131072, the limit of interop.limit.disk"
                                .formatted(inFolders ? "140000 in its folders, 0" : "0 in its folders, 140000")));
    }

    @Test
    void theFilesInAContainersOwnFileSystemAreCountedOnlyWhereManyHaveCome() {
        bed.time.after(
                Duration.ofMillis(1300),
                () -> bed.engine.agent("client-sandbox").losesFiles(100_000));

        bed.run();

        assertThat(bed.engine.calls()).contains("bytesWritten").doesNotContain("filesWritten");
    }

    @Test
    void endpointsThatFillTheSimulatorsCapturesEndTheCell() {
        bed.time.after(
                Duration.ofMillis(1300), () -> bed.engine.agent("sim-sandbox").fills(2049 * MIB));
        bed.time.after(
                Duration.ofMillis(1300),
                () -> bed.engine.agent("client-sandbox").loses(2049 * MIB));

        var recording = bed.run();

        assertThat(bed.time.passed()).isLessThan(Duration.ofSeconds(5));
        assertThat(recording.end()).isEqualTo(CellEnd.SIM);
        assertThat(recording.ending(ContainerRole.SIM).orElseThrow().how()).isEqualTo(How.DISK_LIMIT);
        assertThat(diskFull(recording)).isFalse();
    }

    @Test
    void anEndpointBelowItsLimitIsLeftAlone() {
        bed.engine.script("client").exits(30_000, 0);
        bed.time.after(
                Duration.ofMillis(300), () -> bed.engine.agent("client-sandbox").fills(2047 * MIB));

        var recording = bed.run();

        assertThat(recording.ending(ContainerRole.CLIENT).orElseThrow().how()).isEqualTo(How.EXITED);
        assertThat(bed.engine.agent("client-sandbox").requests()).noneMatch(it -> it.equals("empty"));
    }

    @Test
    void onASmallDiskTheLimitIsHalfOfWhatIsFree() {
        bed.time.after(
                Duration.ofMillis(350), () -> bed.engine.agent("client-sandbox").fills((1L << 40) - 1000 * MIB));
        bed.engine.slow("startContainer", Duration.ofMillis(100));
        bed.time.after(
                Duration.ofMillis(1300),
                () -> bed.engine.agent("client-sandbox").fills(600 * MIB));

        var recording = bed.run();

        assertThat(recording.ending(ContainerRole.CLIENT).orElseThrow().detail())
                .endsWith("more than 500 MiB, half of the 1000 MiB that were free");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aDiskThatOthersHaveFilledIsRecordedHoweverTheClientEnds(int code) {
        bed.engine.script("client").exits(2_000, code);
        bed.time.after(Duration.ofMillis(700), this::othersFillTheDisk);

        var recording = bed.run();

        assertThat(recording.fault()).isEmpty();
        assertThat(diskFull(recording)).isTrue();
    }

    @Test
    void aDiskThatAnEndpointOfTheCellHasFilledIsItsOwnDoing() {
        bed.time.after(
                Duration.ofMillis(700), () -> bed.engine.agent("client-sandbox").fills(1L << 40));

        assertThat(diskFull(bed.run())).isFalse();
    }

    private static boolean diskFull(Recording recording) {
        return recording.execution().conditions().orElseThrow().diskFull();
    }

    private void othersFillTheDisk() {
        for (var sandbox : List.of("client-sandbox", "server-sandbox")) {
            bed.engine.agent(sandbox).loses(1L << 40);
        }
    }

    @Test
    void anEngineThatCannotCountChangesNothing() {
        bed.engine.script("client").exits(30_000, 0);
        bed.engine.fails("bytesWritten", new EngineFailure(EngineFailure.Kind.REFUSED, "cannot count"));

        var recording = bed.run();

        assertThat(recording.fault()).isEmpty();
        assertThat(recording.ending(ContainerRole.CLIENT).orElseThrow().how()).isEqualTo(How.EXITED);
    }

    /** An engine whose disk is full may refuse to count, and the disk be filled only then. */
    @Test
    void anEngineThatCannotCountOnceDoesNotEndTheWatch() {
        bed.engine.script("client").exits(2_000, 1);
        bed.engine.fails("bytesWritten", new EngineFailure(EngineFailure.Kind.REFUSED, "cannot count"));
        bed.time.after(
                Duration.ofMillis(700), () -> bed.engine.agent("client-sandbox").loses(100 * MIB));
        bed.time.after(Duration.ofMillis(1_300), this::othersFillTheDisk);

        assertThat(diskFull(bed.run())).isTrue();
    }
}
