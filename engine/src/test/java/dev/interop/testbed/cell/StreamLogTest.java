package dev.interop.testbed.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.ContainerRole;
import dev.interop.recording.Fault;
import dev.interop.testbed.context.OutputDisk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class StreamLogTest {
    @TempDir
    Path folder;

    private final List<String> heard = new ArrayList<>();

    @Test
    void linesAreMergedWholeHoweverTheyCome() throws IOException {
        write(1000, "a", "b\nc", "d\r\n", "\n", "end");

        assertThat(folder.resolve("log")).hasContent("ab\ncd\r\n\nend");
        assertThat(folder.resolve("merged")).hasContent("client | ab\nclient | cd\nclient | \nclient | end\n");
        assertThat(heard).containsExactly("ab", "cd", "", "end");
    }

    @Test
    void bytesOverTheLimitAreCountedAndDropped() throws IOException {
        write(10, "0123456789", "more\n", "and more\n");

        assertThat(folder.resolve("log"))
                .hasContent("0123456789\n… 14 more bytes of output were left out (limit 10)\n");
        assertThat(folder.resolve("merged"))
                .hasContent("client | 0123456789\nclient | … 14 more bytes of output were left out (limit 10)\n");
    }

    @Test
    void exactlyTheLimitIsNotCut() throws IOException {
        write(4, "abc\n");

        assertThat(folder.resolve("log")).hasContent("abc\n");
    }

    @Test
    void aLineThatNeverEndsDoesNotFillTheMemory() throws IOException {
        write(1 << 20, "x".repeat(1 << 19), "x".repeat(1 << 18));

        assertThat(Files.size(folder.resolve("log"))).isEqualTo((1 << 19) + (1 << 18));
        assertThat(Files.size(folder.resolve("merged"))).isLessThan(20_000);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsRememberedAndDoesNotStopTheContainer() throws IOException {
        try (var merged = new MergedOutput(OutputDisk.files(Runnable::run), folder.resolve("merged"))) {
            var log = new StreamLog("client", Path.of("/dev/full"), merged, 1000, heard::add);

            log.add("line\n".getBytes(StandardCharsets.UTF_8));
            log.add("more\n".getBytes(StandardCharsets.UTF_8));

            assertThat(log.broken()).isPresent();
            assertThat(ArtifactCopier.fault(ContainerRole.CLIENT, log.broken().get())
                            .code())
                    .isEqualTo(Fault.Code.DISK_FULL);
            assertThat(heard).containsExactly("line", "more");
        }
    }

    private void write(long limit, String... parts) throws IOException {
        try (var merged = new MergedOutput(OutputDisk.files(Runnable::run), folder.resolve("merged"));
                var log = new StreamLog("client", folder.resolve("log"), merged, limit, heard::add)) {
            for (var part : parts) {
                log.add(part.getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
