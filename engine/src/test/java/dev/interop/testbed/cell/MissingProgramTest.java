package dev.interop.testbed.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.Fault;
import dev.interop.testbed.docker.ImageFacts;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingProgramTest {
    private static final String MACHINE = "linux/amd64";
    private static final ImageFacts IMAGE = new ImageFacts("sha256:1", Map.of(), MACHINE);

    @Test
    void theInitsComplaintIsFound() {
        assertThat(MissingProgram.entryPoint(
                        127, "[FATAL tini (7)] exec /run_endpoint.sh failed: No such file or directory\n"))
                .isPresent();
    }

    @Test
    void aProgramThatMayNotBeRunIsNotSaidToBeMissing() {
        assertThat(MissingProgram.fault("exec /w.sh failed: Permission denied", IMAGE, MACHINE))
                .isEqualTo(new Fault(
                        Fault.Code.NOT_EXECUTABLE,
                        "its image's program is there, but not executable: exec /w.sh failed: Permission denied"));
        assertThat(MissingProgram.fault("exec /w.sh failed: No such file or directory", IMAGE, MACHINE))
                .isEqualTo(new Fault(
                        Fault.Code.BINARY_MISSING,
                        "its image has no such program: exec /w.sh failed: No such file or directory"));
    }

    @Test
    void anImageForAnotherPlatformIsNotSaidToLackItsProgram() {
        assertThat(MissingProgram.fault("exec /w.sh failed: Exec format error", IMAGE, "linux/arm64"))
                .isEqualTo(
                        new Fault(
                                Fault.Code.START_FAILED,
                                "its image is made for linux/amd64, this machine is linux/arm64: name an image that is made for it"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/run.sh: 12: quic-client: not found",
                "sh: 1: exec: quic-client: not found",
                "/run.sh: line 12: quic-client: command not found",
                "/run.sh: line 3: /usr/bin/client: No such file or directory",
                "bash: line 1: client: command not found",
            })
    void aShellsComplaintIsFound(String line) {
        assertThat(MissingProgram.inShell(127, "before\n" + line + "\n", "setup\n"))
                .contains(line);
    }

    @Test
    void aComplaintHasNothingThatATerminalWouldInterpret() {
        assertThat(MissingProgram.inShell(127, "\u001b[2J\u009b1m\u202e: 1: client: not found\n", ""))
                .contains("\\u001b[2J\\u009b1m\\u202e: 1: client: not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"test case xyz: not found", "unsupported test case", "404 not found", ""})
    void otherOutputOfAnImplementationIsNotAMissingProgram(String line) {
        assertThat(MissingProgram.inShell(127, line + "\n", "")).isEmpty();
    }

    @Test
    void aRefusalAfterAComplaintOrInTheOtherOutputIsNoMissingProgram() {
        var complaint = "/setup.sh: 3: ethtool: not found\n";

        assertThat(MissingProgram.inShell(127, complaint + "Unsupported test case: xyz\n", ""))
                .isEmpty();
        assertThat(MissingProgram.inShell(127, complaint, "test case xyz is not supported\n"))
                .isEmpty();
        assertThat(MissingProgram.inShell(127, "IPv6 is not supported\n" + complaint, "setup\n"))
                .contains("/setup.sh: 3: ethtool: not found");
    }

    @Test
    void anotherExitCodeIsNoMissingProgram() {
        assertThat(MissingProgram.inShell(1, "/run.sh: 12: x: not found\n", "")).isEmpty();
        assertThat(MissingProgram.entryPoint(1, "[FATAL tini (7)] exec x failed: y\n"))
                .isEmpty();
    }
}
