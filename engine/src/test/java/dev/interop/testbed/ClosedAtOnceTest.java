package dev.interop.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.moqt.MoqtProtocol;
import dev.interop.recording.Fault;
import dev.interop.recording.Recording;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run that ends before its preparations do, such as one with a missing image. */
@Tag("container")
@Timeout(60)
class ClosedAtOnceTest {
    private final Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();
    private final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();

    @TempDir
    Path folder;

    /** The client library's threads print a stack trace when a connection breaks while they write to it. */
    @BeforeEach
    void listen() {
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
    }

    @AfterEach
    void listenNoMore() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    @RepeatedTest(5)
    void closingATestbedAtOnceBreaksNoThreadOff() {
        Recording recording;
        try (var bed = new MoqtBed(folder, 1)) {
            var missing = MoqtBed.endpoint("localhost/interop/nobody:local", Map.of());
            var client = MoqtBed.implementation("nobody", missing, missing);
            var route = MoqtBed.route("quic", "draft-18");
            recording = bed.testbed()
                    .run(
                            bed.lane(),
                            bed.job(new MoqtProtocol(), client, MoqtBed.aiomoqt(), route, "setup-only", bytes -> {}));
        }

        assertThat(recording.fault().map(Fault::code)).hasValue(Fault.Code.IMAGE_MISSING);
        assertThat(uncaught).isEmpty();
    }
}
