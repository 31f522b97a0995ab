package dev.interop.quic;

import static dev.interop.testing.TraceBuilder.trace;
import static dev.interop.trace.PacketType.HANDSHAKE;
import static dev.interop.trace.PacketType.ONE_RTT;
import static dev.interop.trace.Side.CLIENT;
import static dev.interop.trace.Side.SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interop.protocol.TestCase;
import dev.interop.protocol.TestFile;
import dev.interop.testing.RecordingBuilder;
import dev.interop.testing.TestEvidence;
import dev.interop.testing.TraceBuilder;
import dev.interop.verdict.Judge;
import dev.interop.verdict.MeasuredVerdict;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.ReportSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoodputTest {
    private final QuicProtocol quic = new QuicProtocol();

    @TempDir
    Path folder;

    /** Packets of a built trace are 10 ms apart. */
    @Test
    void theTimeIsThatFromTheFirstToTheLast1RttPacketOfTheServer() {
        var packets = trace().sealed(SERVER, HANDSHAKE)
                .sealed(CLIENT, ONE_RTT)
                .sealed(SERVER, ONE_RTT)
                .sealed(SERVER, ONE_RTT)
                .sealed(SERVER, ONE_RTT)
                .sealed(CLIENT, ONE_RTT)
                .sealed(SERVER, HANDSHAKE);

        assertThat(value(packets).orElseThrow()).isCloseTo(8 * 1000 / 0.02 / 1000, within(1e-6));
    }

    @Test
    void onePacketOfTheServerHasNoRate() {
        assertThat(value(trace().sealed(SERVER, ONE_RTT).sealed(CLIENT, ONE_RTT)))
                .isEmpty();
    }

    @Test
    void aCellThatPassedWithoutARateIsUndecided() {
        var judged = measured(trace().sealed(SERVER, ONE_RTT));

        assertThat(judged.verdict().outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(judged.verdict().reason().code()).isEqualTo(ReasonCode.NO_TRACE);
        assertThat(judged.value()).isEmpty();
    }

    @Test
    void aCellThatPassedHasItsRate() {
        var judged = measured(trace().sealed(SERVER, ONE_RTT).sealed(SERVER, ONE_RTT));

        assertThat(judged.verdict().outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(judged.value()).hasValue(800);
    }

    @ParameterizedTest
    @CsvSource({"goodput, G, 10485760, 60, false", "crosstraffic, C, 26214400, 180, true"})
    void eachMeasurementIsAsItsSpecificationSays(
            String name, String letter, long bytes, long seconds, boolean besideTcp) {
        var test = quic.testCase(name).orElseThrow();

        assertThat(test.letter()).isEqualTo(letter);
        assertThat(test.clientTestcase()).isEqualTo("transfer");
        assertThat(test.serverTestcase()).isEqualTo("transfer");
        assertThat(test.files()).extracting(TestFile::size).containsExactly(bytes);
        assertThat(test.limit()).hasSeconds(seconds);
        assertThat(test.scenario()).hasValue("simple-p2p --delay=15ms --bandwidth=10Mbps --queue=25");
        assertThat(test.measure().orElseThrow().unit()).isEqualTo("kbps");
        assertThat(test.besideTcp()).isEqualTo(besideTcp);
        assertThat(test.runsByDefault()).isFalse();
    }

    @Test
    void noOtherTestCaseMeasures() {
        assertThat(quic.testCases())
                .filteredOn(it -> it.measure().isPresent())
                .extracting(TestCase::name)
                .containsExactly("goodput", "crosstraffic");
    }

    private OptionalDouble value(TraceBuilder packets) {
        var recording = RecordingBuilder.recording(folder).build();
        return new GoodputMeasure(1000).value(new TestEvidence(recording, packets.build()));
    }

    private MeasuredVerdict measured(TraceBuilder packets) {
        return Judge.ofTrace(packets.build())
                .measure(
                        RecordingBuilder.recording(folder).build(),
                        List.of(),
                        ReportSource.EXIT_CODE,
                        Optional.empty(),
                        new GoodputMeasure(1000));
    }
}
