package dev.interop.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultReasonsTest {
    @ParameterizedTest
    @EnumSource
    void everyFaultHasAReasonWithItsText(Fault.Code code) {
        var reason = FaultReasons.of(new Fault(code, "what happened"));

        assertThat(reason.text()).isEqualTo("what happened");
        assertThat(ReasonCode.all()).contains(reason.code());
    }

    @ParameterizedTest
    @CsvSource({"COPY_FAILED, harness", "DISK_FULL, disk-full", "START_FAILED, start-failed"})
    void eachFaultHasItsReasonCode(Fault.Code code, String label) {
        assertThat(FaultReasons.of(new Fault(code, "no more")).code().label()).isEqualTo(label);
    }

    @Test
    void aStartThatFailedForAMissingProgramIsReportedAsMissingBinary() {
        var fault = new Fault(
                Fault.Code.START_FAILED,
                "exec: \"/run\": stat /run: no such file or directory: executable file not found");

        assertThat(FaultReasons.of(fault).code()).isEqualTo(ReasonCode.BINARY_MISSING);
    }

    @Test
    void anImageIsAtFaultIfItIsMissingOrDoesNotStart() {
        assertThat(ReasonCode.all().stream().filter(FaultReasons::isOfAnImage))
                .containsExactlyInAnyOrder(
                        ReasonCode.IMAGE_MISSING, ReasonCode.BINARY_MISSING, ReasonCode.START_FAILED);
    }
}
