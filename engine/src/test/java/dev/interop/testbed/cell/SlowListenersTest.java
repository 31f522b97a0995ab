package dev.interop.testbed.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.Recording;
import dev.interop.testbed.context.OutputDisk;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Neither a slow disk nor a slow listener changes a recording. */
@Timeout(20)
class SlowListenersTest {
    private static final String TIMES = "client/stdout.times";

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void neitherASlowDiskNorASlowListenerChangesTheTimesOfOutput() throws IOException {
        var quick = run("quick", Files::newOutputStream, this::hear);
        heard.clear();
        var slow = run("slow", this::blocked, bytes -> {
            await();
            hear(bytes);
        });

        assertThat(times("slow")).isEqualTo(times("quick")).hasSize(3);
        assertThat(slow.execution()).isEqualTo(quick.execution());
        assertThat(slow.fault()).isEmpty();
        assertThat(slow.containers()).isEqualTo(quick.containers());
        assertThat(slow.files()).isEqualTo(quick.files());
        assertThat(folder.resolve("slow/client/stdout.log")).hasContent("one\ntwo\nthree\n");
        assertThat(folder.resolve("slow").resolve(Recording.OUTPUT))
                .hasSameTextualContentAs(folder.resolve("quick").resolve(Recording.OUTPUT));
        assertThat(heard).containsExactly("one\n", "two\n", "three\n");
    }

    @Test
    void aSlowDiskDoesNotDelayTheReadinessOfTheSimulator() {
        var recording = run("slow", this::blocked, this::hear);

        assertThat(recording.execution().times().run()).isEqualTo(2.9);
    }

    private Recording run(String name, OutputDisk.Opener opener, Consumer<byte[]> listener) {
        var bed = new SimulatedBed(folder.resolve(name)).reporting(new OutputDisk(threads, opener), listener);
        bed.engine.script("sim").prints(100, "sim: running\n");
        bed.engine
                .script("client")
                .prints(1000, "one\n")
                .prints(2000, "two\n")
                .prints(2000, "three\n")
                .exits(3000, 0);
        // Only once the cell has ended and everything except the output has been copied.
        bed.engine.beforeCalls((call, number) -> {
            if (call.equals("removeContainer")) {
                goOn.countDown();
            }
        });
        return bed.run();
    }

    private OutputStream blocked(Path file) throws IOException {
        return new FilterOutputStream(Files.newOutputStream(file)) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                SlowListenersTest.this.await();
                out.write(bytes, offset, length);
            }
        };
    }

    private void await() {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hear(byte[] bytes) {
        heard.add(new String(bytes, StandardCharsets.UTF_8));
    }

    private List<String> times(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name).resolve(TIMES));
    }
}
