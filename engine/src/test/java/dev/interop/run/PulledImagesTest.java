package dev.interop.run;

import static dev.interop.testing.VerdictAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.testbed.docker.ForeignPlatformImage;
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
    /** No registry listens on this port. */
    private static final String UNREACHABLE = "127.0.0.1:1/interop/image:1";

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
    void imagesArePulledByTagAndDigestAndOthersAreNamedWithEntryAndRemedy() throws Exception {
        var tag = registry.push("localhost/interop/quic-go:local", "interop/pulled:1");
        var digest = registry.pushForDigest("localhost/interop/quic-go:local", "interop/pinned:1");
        assertThat(digest).contains("@sha256:");
        var absent = registry.reference("interop/absent:1");
        try (var foreign = new ForeignPlatformImage("foreign", "riscv64")) {
            var matrix = new RealMatrix(folder)
                    .with("pulled", tag)
                    .with("pinned", digest)
                    .with("absent", absent)
                    .with("elsewhere", UNREACHABLE)
                    .with("foreign", registry.push(foreign.reference(), "interop/foreign:1"))
                    .cells("pulled_pinned/handshake", "pulled_absent/handshake")
                    .cells("elsewhere_pulled/handshake", "pulled_foreign/handshake")
                    .run(false);

            assertThat(matrix.verdict("pulled_pinned/handshake")).succeeded();
            assertThat(matrix.verdict("pulled_absent/handshake"))
                    .error(ReasonCode.IMAGE_MISSING)
                    .reads("client 'absent': image " + absent
                            + " is not on this machine; its registry has no such image:" + " check name and tag");
            assertThat(matrix.verdict("elsewhere_pulled/handshake"))
                    .error(ReasonCode.IMAGE_MISSING)
                    .reads("server 'elsewhere': image " + UNREACHABLE + " is not on this machine; its registry was not"
                            + " reached: check the network");
            assertThat(matrix.verdict("pulled_foreign/handshake"))
                    .error(ReasonCode.START_FAILED)
                    .reads("client 'foreign': its image is made for linux/riscv64, this machine is linux/");
        }
    }
}
