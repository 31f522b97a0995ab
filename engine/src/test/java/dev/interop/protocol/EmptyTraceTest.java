package dev.interop.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.interop.recording.ContainerRole;
import dev.interop.recording.Recording;
import dev.interop.testing.RecordingBuilder;
import dev.interop.testing.TestEvidence;
import dev.interop.testing.TraceBuilder;
import dev.interop.verdict.CheckResult;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Silence proves nothing: no check passes on captures without packets, however complete they are. */
class EmptyTraceTest {
    static Stream<Arguments> testCases() {
        return ServiceLoader.load(Protocol.class).stream()
                .map(ServiceLoader.Provider::get)
                .flatMap(
                        protocol -> protocol.testCases().stream().map(it -> arguments(protocol.name(), it.name(), it)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("testCases")
    void noCheckPassesOnCapturesWithoutPackets(String protocol, String name, TestCase test) {
        var evidence = new TestEvidence(
                withoutDownload(protocol, name), TraceBuilder.trace().build());

        for (var check : test.checks()) {
            assertThat(check.examine(evidence)).as(check.rule()).isNotInstanceOf(CheckResult.Passed.class);
        }
    }

    private static Recording withoutDownload(String protocol, String test) {
        var recording = RecordingBuilder.recording(Path.of("nowhere")).served("a", 1, "aa");
        return switch (protocol) {
            case "quic" -> recording.build();
            case "webtransport" ->
                recording
                        .webTransport(test)
                        .variable(ContainerRole.CLIENT, "PROTOCOLS", "a b")
                        .variable(ContainerRole.SERVER, "PROTOCOLS", "b c")
                        .build();
            default -> recording.moqt(test, "draft-18", "quic").build();
        };
    }
}
