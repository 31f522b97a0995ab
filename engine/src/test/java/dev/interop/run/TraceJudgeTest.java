package dev.interop.run;

import static dev.interop.testing.RecordingBuilder.recording;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.moqt.MoqtProtocol;
import dev.interop.quic.QuicProtocol;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The time limit in the text of a reason. */
class TraceJudgeTest {
    @Test
    void theLimitIsTheTestCasesLimitAndTheProtocolsGrace(@TempDir Path folder) {
        var test = new MoqtProtocol().testCase("subscribe-before-announce").orElseThrow();

        assertThat(TraceJudge.limit(
                        recording(folder).moqt(test.name(), "draft-18", "quic").build(), test))
                .isEqualTo("3.5 s for the test case, and 20 s of grace");
    }

    @Test
    void theLimitIsTheTestCasesLimitIfTheProtocolHasNoGrace(@TempDir Path folder) {
        var test = new QuicProtocol().testCase("handshake").orElseThrow();

        assertThat(TraceJudge.limit(recording(folder).build(), test)).isEqualTo("60 s");
    }
}
