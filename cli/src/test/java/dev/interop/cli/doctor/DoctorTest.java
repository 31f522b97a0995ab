package dev.interop.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.config.Settings;
import dev.interop.run.DockerBackend;
import dev.interop.testbed.docker.EnforcedLimits;
import dev.interop.testbed.lane.LanePacket;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorTest {
    @ParameterizedTest
    @CsvSource({"1.40, true", "1.41, false", "1.44, false", "1.52, false", "2.0, false", "unknown, false"})
    void enginesBeforeTwentyTenAreOld(String apiVersion, boolean old) {
        assertThat(Doctor.isOld(apiVersion)).isEqualTo(old);
    }

    @Test
    void aPacketThatDoesNotArriveIsExplained() {
        var filtered = LaneDiagnoses.of(new LanePacket.Result(Optional.of("IPv4 arrives"), Optional.empty(), true));
        var other = LaneDiagnoses.of(new LanePacket.Result(Optional.of("IPv4 arrives"), Optional.of("why"), false));

        assertThat(filtered.get(0).state()).isEqualTo(Diagnosis.State.BAD);
        assertThat(filtered.get(0).seen()).isEqualTo("IPv4 arrives");
        assertThat(filtered.get(0).remedy()).contains("bridge-nf-call-iptables=0");
        assertThat(filtered.get(1).state()).isEqualTo(Diagnosis.State.GOOD);
        assertThat(other.get(0).remedy()).doesNotContain("sysctl");
        assertThat(other.get(1).seen()).isEqualTo("open: why");
    }

    @Test
    void limitsThatTheEngineDoesNotEnforceAreNamed() {
        var none = Doctor.limits(new EnforcedLimits(false, true, false));

        assertThat(none.state()).isEqualTo(Diagnosis.State.WEAK);
        assertThat(none.seen()).isEqualTo("not enforced: memory, processors");
        assertThat(Doctor.limits(EnforcedLimits.ALL).state()).isEqualTo(Diagnosis.State.GOOD);
    }

    @Test
    @Tag("container")
    void aMachineThatRunsThisTestIsFitAndTheDoctorLeavesNothing() {
        var all = new Doctor(
                        Path.of("target"),
                        DockerBackend.testbedOptions(
                                Settings.read(parameter -> Optional.empty()), "doctor-test", it -> {}))
                .examine();

        assertThat(all).allMatch(it -> it.state() != Diagnosis.State.BAD);
        assertThat(all)
                .extracting(Diagnosis::subject)
                .contains("JDK", "IPv6", "container engine", "cgroup", "checksum offload", "disk of the results")
                .contains("packets in a lane", "way out of a lane");
        assertThat(all)
                .filteredOn(it -> it.subject().endsWith("a lane"))
                .allMatch(it -> it.state() == Diagnosis.State.GOOD);
        assertThat(all).filteredOn(it -> !it.remedy().isEmpty()).noneMatch(it -> it.state() == Diagnosis.State.GOOD);
    }
}
