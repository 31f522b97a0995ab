package dev.interop.run;

import static dev.interop.testing.VerdictAssert.assertThat;

import dev.interop.testbed.docker.LocalRegistry;
import dev.interop.verdict.ReasonCode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Images that are in a container registry but not on this machine, as for most users. */
@Tag("container")
@Timeout(120)
class PulledImagesTest {
    @TempDir
    Path folder;

    private LocalRegistry registry;

    @BeforeEach
    void startRegistry() throws IOException, InterruptedException {
        registry = new LocalRegistry();
    }

    @AfterEach
    void endRegistry() throws IOException {
        registry.close();
    }

    @Test
    void aMissingImageIsPulledAndAnUnknownImageIsReported() throws InterruptedException {
        var pulled = registry.push("localhost/interop/quic-go:local", "interop/pulled:1");
        var absent = registry.reference("interop/absent:1");

        var matrix = new RealMatrix(folder)
                .with("pulled", pulled)
                .with("absent", absent)
                .cells("pulled_pulled/handshake", "pulled_absent/handshake")
                .run(true);

        assertThat(matrix.verdict("pulled_pulled/handshake")).succeeded();
        assertThat(matrix.verdict("pulled_absent/handshake"))
                .error(ReasonCode.IMAGE_MISSING)
                .reads(absent);
    }
}
