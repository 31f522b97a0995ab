package dev.interop.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.protocol.Route;
import dev.interop.quic.QuicProtocol;
import dev.interop.recording.Fault;
import dev.interop.registry.Implementation;
import dev.interop.registry.Role;
import dev.interop.testbed.cell.ProbeJob;
import dev.interop.testbed.cell.ProbeResult;
import dev.interop.testbed.tool.ToolImage;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("container")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class ProbeTest {
    private OpenTestbed open;

    @BeforeAll
    void open(@TempDir Path folder) {
        open = new OpenTestbed(folder, it -> it.withSimulatorImage(ToolImage.SIMULATOR.defaultReference()));
    }

    @AfterAll
    void close() {
        open.close();
    }

    @Test
    void aServerThatEndsWithExitCode127IsCompliant() {
        var result = probe(Scripted.endpoint("case $TESTCASE in handshake) ;; *) exit 127 ;; esac"), Role.SERVER);

        assertThat(result.compliant()).isTrue();
        assertThat(result.testcase()).matches("[a-z]{12}");
        assertThat(result.image().orElseThrow()).startsWith("sha256:");
    }

    @Test
    void aClientThatWaitsForTheSimulatorFirstIsCompliant() {
        var result = probe(Scripted.endpoint("/setup.sh; /wait-for-it.sh sim:57832 -s -t 20; exit 127"), Role.CLIENT);

        assertThat(result.compliant()).isTrue();
    }

    @Test
    void anImplementationThatAcceptsAnUnknownTestCaseIsNotCompliant() {
        var result = probe(Scripted.endpoint("exit 0"), Role.CLIENT);

        assertThat(result.compliant()).isFalse();
        assertThat(result.ending().orElseThrow().exitedWith(0)).isTrue();
        assertThat(result.fault()).isEmpty();
    }

    @Test
    void aShellWithoutTheProgramIsNotCompliant() {
        var result = probe(Scripted.endpoint("sh -c 'no-such-program'"), Role.SERVER);

        assertThat(result.compliant()).isFalse();
        assertThat(result.fault().orElseThrow().text()).contains("no-such-program");
    }

    @Test
    void aMissingImageIsAFault() {
        var result = probe(Scripted.image("localhost/interop-test/none:1"), Role.SERVER);

        assertThat(result.fault().orElseThrow().code()).isEqualTo(Fault.Code.IMAGE_MISSING);
        assertThat(result.image()).isEmpty();
    }

    private ProbeResult probe(Implementation implementation, Role role) {
        return open.testbed()
                .probe(
                        open.lane(),
                        new ProbeJob(new QuicProtocol(), implementation, role, Route.direct(), open.nextFolder()));
    }
}
