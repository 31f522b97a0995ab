package dev.interop.cli.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessKindTest {
    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "dockerd, false, dockerd and containerd, dockerd --bip 172.17.0.1/16",
        "containerd, false, dockerd and containerd, /usr/bin/containerd --config x",
        "containerd-shim, false, containerd's shims, /usr/bin/containerd-shim-runc-v2 -id 9",
        "exe, false, dockerd's helpers, docker-untar /",
        "runc:[2:INIT], true, runc, runc init",
        "docker-init, true, docker-init, /sbin/docker-init -- /run_endpoint.sh",
        "sim, true, simulator, /sim",
        "perl, true, sandbox-agent, perl /sandbox-agent.pl /logs",
        "tshark, true, in a container: tshark, tshark -r capture",
        "python3, true, in a container: python3, python3 /app/client.py",
        "java, false, watchdog (JVM), java -cp x dev.interop.testbed.cleanup.Watchdog unix:///x",
        "java, false, other programs of the machine, java -jar maven.jar",
        "python3, false, other programs of the machine, python3 x",
    })
    void aProcessIsKnownByItsProgramAndPlace(String name, boolean inContainer, String kind, String command) {
        assertThat(ProcessKind.of(name, Arrays.asList(command.split(" ")), inContainer))
                .extracting(ProcessKind::name)
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"true, in a container: client", "false, other programs of the machine"})
    void aProcessWhoseArgumentsCannotBeReadIsKnownByTheKernelsName(boolean inContainer, String kind) {
        assertThat(ProcessKind.of("client", List.of(), inContainer).name()).isEqualTo(kind);
    }
}
