package dev.interop.cli.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class CpuSamplerTest {
    private static final String ID = "9ac0aaa2084725e2a4d9e74dac61bfa5e5e215efbe6f2b873e9125758fe86dea";

    @TempDir
    Path proc;

    @Test
    void processesAreReadFromTheFolderAndKnownByArgumentsAndControlGroup() throws IOException {
        process(1, "dockerd", 0, 100, "dockerd\0--bip\0", "0::/\n");
        Files.createDirectories(proc.resolve("sys"));

        CpuSampler ended;
        try (var sampler = CpuSampler.start(proc)) {
            ended = sampler;
            process(1, "dockerd", 0, 150, "dockerd\0--bip\0", "0::/\n");
            process(2, "client", 1, 20, "/usr/bin/client\0-x\0", "0::/system.slice/docker-" + ID + ".scope\n");
            process(3, "server", 1, 30, "server\0", "4:cpu,cpuacct:/docker/" + ID + "\n3:pids:/docker/" + ID + "\n");
            process(4, "server", 1, 70, "server\0", "0::/user.slice\n");
        }

        assertThat(ended.table(1).rows().stream().skip(1).map(it -> it.get(0) + " " + it.get(2)))
                .containsExactly(
                        "dockerd and containerd 0.50",
                        "in a container: server 0.30",
                        "in a container: client 0.20",
                        "all of these 1.00",
                        "other programs of the machine 0.70");
    }

    @Test
    void aMachineWithoutTheFolderIsSaid() {
        assertThatThrownBy(() -> CpuSampler.start(proc.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theTimeOfARealChildCounts() throws Exception {
        CpuSampler ended;
        try (var sampler = CpuSampler.start(Path.of("/proc"))) {
            ended = sampler;
            // Is ended by the kernel once it has used a second of a processor, however long that takes.
            var child = new ProcessBuilder("sh", "-c", "ulimit -t 1; while :; do :; done").start();
            assertThat(child.waitFor(25, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(ended.byKind().values().stream()
                        .mapToLong(CpuAccount.Took::ticks)
                        .sum())
                .isGreaterThanOrEqualTo(80);
    }

    private void process(long pid, String name, long parent, long ticks, String command, String group)
            throws IOException {
        var folder = Files.createDirectories(proc.resolve(Long.toString(pid)));
        Files.writeString(folder.resolve("cmdline"), command);
        Files.writeString(folder.resolve("cgroup"), group);
        // Last: a look takes a process without it for ended.
        Files.writeString(
                folder.resolve("stat"),
                pid + " (" + name + ") S " + parent + " 1 1 0 -1 0 0 0 0 0 " + ticks + " 0 0 0 20 0 1 0 5 0 0");
    }
}
