package dev.interop.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
    @Tag("container")
    void aMachineThatRunsThisTestIsFitAndTheDoctorLeavesNothing() {
        var all = new Doctor(Path.of("target")).examine();

        assertThat(all).allMatch(it -> it.state() != Diagnosis.State.BAD);
        assertThat(all)
                .extracting(Diagnosis::subject)
                .contains("JDK", "IPv6", "container engine", "cgroup", "checksum offload", "disk of the results");
        assertThat(all).filteredOn(it -> !it.remedy().isEmpty()).noneMatch(it -> it.state() == Diagnosis.State.GOOD);
    }
}
