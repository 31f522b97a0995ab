package dev.interop.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.protocol.Route;
import dev.interop.quic.QuicProtocol;
import dev.interop.recording.ContainerEnd.How;
import dev.interop.recording.ContainerRole;
import dev.interop.registry.Role;
import dev.interop.testbed.cell.ProbeJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How much a container writes to the engine's disk, wherever it writes. */
@Tag("container")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class DiskUseTest {
    private static final long LIMIT_BYTES = 400L << 20;

    private OpenTestbed open;

    @BeforeAll
    void open(@TempDir Path folder) {
        open = new OpenTestbed(folder, it -> it.withLimits(it.limits().withDiskBytes(LIMIT_BYTES)));
    }

    @AfterAll
    void close() {
        open.close();
    }

    /** They are counted after each 64 MiB; a program that counts files complains about those that have gone meanwhile. */
    @Test
    void filesThatComeAndGoAreNoOffence() {
        var cell = open.run("""
                mkdir /logs/many; cd /logs/many
                for p in 1 2 3; do
                  perl -e 'my ($p, $end) = ($ARGV[0], time + 4);
                    while (time < $end) { for (1 .. 700) { open my $f, ">", "$p.$_" } unlink map { "$p.$_" } 1 .. 700 }' $p &
                done
                for i in 1 2 3 4 5; do sleep 0.6; fallocate -l 70M /logs/large$i; done
                wait; rm -rf /logs/*
                """, Scripted.STAY);

        assertThat(cell.ending(ContainerRole.CLIENT).orElseThrow().exitedWith(0))
                .as(cell.ending(ContainerRole.CLIENT).toString())
                .isTrue();
    }

    @Test
    void emptyFilesInAContainersOwnFileSystemCount() {
        var cell = open.run(
                "perl -e 'for (1 .. 30000) { open my $f, \">\", \"/root/$_\" }'; exec sleep 15", Scripted.STAY);

        var end = cell.ending(ContainerRole.CLIENT).orElseThrow();
        assertThat(end.how()).isEqualTo(How.DISK_LIMIT);
        assertThat(end.detail()).startsWith("made ").contains("more than 25600, the limit of interop.limit.disk");
    }

    @Test
    void whatIsInAVolumeThatAnImageDeclaresCounts() throws IOException {
        var cell = open.run(
                "head -n 1 /volume/Dockerfile; chmod 0 /volume; fallocate -l 500M /volume/large; exec sleep 15",
                Scripted.STAY);

        assertThat(Files.readString(cell.stdout(ContainerRole.CLIENT)))
                .isEqualTo("FROM localhost/interop/endpoint:local\n");
        var end = cell.ending(ContainerRole.CLIENT).orElseThrow();
        assertThat(end.how()).isEqualTo(How.DISK_LIMIT);
        assertThat(end.detail()).startsWith("wrote 500 MiB (0 MiB in its folders, 500 MiB in its own file system)");
    }

    @Test
    void anImplementationThatFillsTheDiskInItsProbeIsStoppedAndNotCompliant() {
        var begin = System.nanoTime();
        var result = open.testbed()
                .probe(
                        open.lane(),
                        new ProbeJob(
                                new QuicProtocol(),
                                Scripted.endpoint("fallocate -l 500M /logs/large; exec sleep 60"),
                                Role.SERVER,
                                Route.direct(),
                                open.nextFolder()));

        assertThat(result.compliant()).isFalse();
        assertThat(result.fault()).isEmpty();
        assertThat(result.behaviour().orElseThrow()).startsWith("wrote 500 MiB");
        assertThat((System.nanoTime() - begin) / 1e9).isLessThan(25);
    }
}
