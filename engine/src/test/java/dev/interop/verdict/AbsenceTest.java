package dev.interop.verdict;

import static dev.interop.testing.VerdictAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.protocol.Protocol;
import dev.interop.protocol.Protocols;
import dev.interop.protocol.TestCase;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Recording;
import dev.interop.testing.RecordingBuilder;
import dev.interop.testing.TraceBuilder;
import dev.interop.trace.Completeness;
import dev.interop.trace.Completeness.Flood;
import dev.interop.trace.Depth;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import dev.interop.trace.UnreadFrames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requirement: what was not understood is not absent. */
class AbsenceTest {
    private static final Trace EMPTY = TraceBuilder.trace().build();
    private static final Completeness CUT = gap(Optional.empty(), Optional.empty());

    @TempDir
    private Path folder;

    /** All test cases of all protocols: a new check that concludes something from an unread capture fails here. */
    @ParameterizedTest
    @MethodSource("testCases")
    void noCheckDecidesByPacketsThatWereNotRead(Protocol protocol, TestCase test) {
        var recording = recording(protocol, test);
        var looked = new ArrayList<Check>();
        for (var check : test.checks()) {
            if (looksAtPackets(check, recording)) {
                looked.add(check);
                assertThat(result(check, recording, EMPTY.with(CUT)))
                        .as(check.rule())
                        .isInstanceOf(CheckResult.Undecided.class);
            }
        }
        assertThat(looked).isNotEmpty();
    }

    static Stream<Arguments> testCases() {
        return Protocols.installed().all().stream()
                .flatMap(protocol -> protocol.testCases().stream().map(test -> Arguments.of(protocol, test)));
    }

    @Test
    void packetsThatWereReadCountWhateverWasNotRead() {
        var retry = TraceBuilder.trace().sealed(Side.SERVER, PacketType.RETRY).build();

        assertThat(judge(retry.with(CUT), new SeesRetry(true))).succeeded();
        assertThat(judge(EMPTY.with(CUT), new SeesRetry(false))).undecided(ReasonCode.NO_TRACE);
        var absent = judge(EMPTY.with(CUT), new SeesRetry(true));
        assertThat(absent).undecided(ReasonCode.NO_TRACE);
        assertThat(absent.reason().text()).contains("no Retry, but frame 7 was not read: it is an IP fragment");
    }

    @Test
    void aFrameOfOneSideSaysNothingAboutTheOther() {
        var ofClient =
                TraceBuilder.trace().unread(Side.CLIENT, "it is an IP fragment").build();
        var ofServer =
                TraceBuilder.trace().unread(Side.SERVER, "it is an IP fragment").build();

        assertThat(judge(ofClient, new SeesRetry(true))).failed().because("no Retry");
        assertThat(judge(ofServer, new SeesRetry(true))).undecided(ReasonCode.NO_TRACE);
    }

    @Test
    void aFloodIsTheDoingOfTheSideThatSentIt() {
        var flooded = gap(Optional.empty(), Optional.of(new Flood(Optional.of(Side.CLIENT), 60_000, 60_100)));

        assertThat(judge(EMPTY.with(flooded), new SeesRetry(true))).failed().because("no Retry");
        assertThat(judge(EMPTY.with(flooded), new SeesRetry(false)))
                .failed()
                .because("the client sent 60000 of 60100 captured frames, and frame 7 was not read");
    }

    private static Completeness gap(Optional<Side> from, Optional<Flood> flood) {
        var frame = new UnreadFrames(from, OptionalLong.of(1), OptionalLong.of(7), "it is an IP fragment");
        return new Completeness(List.of(frame), flood);
    }

    private Verdict judge(Trace trace, Check check) {
        return Judge.ofTrace(trace).judge(RecordingBuilder.recording(folder).build(), List.of(check));
    }

    private static CheckResult result(Check check, Recording recording, Trace trace) {
        ReportSource claims = it -> Optional.of(new ReportedOutcome(
                Outcome.SUCCEEDED,
                new Reason(ReasonCode.CLAIMED, "claimed"),
                List.of(),
                1,
                check.casePart().stream().toList()));
        return Judge.ofTrace(trace)
                .judge(recording, List.of(check), claims)
                .checks()
                .get(0)
                .result();
    }

    private static boolean looksAtPackets(Check check, Recording recording) {
        var looked = new ArrayList<Side>();
        check.examine(new Evidence() {
            @Override
            public Recording recording() {
                return recording;
            }

            @Override
            public Trace trace(Side side, Depth depth) {
                looked.add(side);
                return EMPTY;
            }
        });
        return !looked.isEmpty();
    }

    private Recording recording(Protocol protocol, TestCase test) {
        var builder = RecordingBuilder.recording(folder);
        return switch (protocol.name()) {
            case "moqt" -> builder.moqt(test.name(), "draft-18", "quic").build();
            case "webtransport" ->
                builder.webTransport(test.name())
                        .variable(ContainerRole.CLIENT, "PROTOCOLS", "a")
                        .variable(ContainerRole.SERVER, "PROTOCOLS", "a")
                        .build();
            default -> builder.build();
        };
    }

    /** Passes if a Retry is there, or if none is. */
    private record SeesRetry(boolean wanted) implements Check {
        @Override
        public String rule() {
            return "rule";
        }

        @Override
        public String section() {
            return "§1";
        }

        @Override
        public CheckResult examine(Evidence evidence) {
            boolean seen = !evidence.trace(Side.SERVER, Depth.HEADERS)
                    .sent(Side.SERVER, PacketType.RETRY)
                    .isEmpty();
            var result = seen == wanted ? new CheckResult.Passed() : failed("other", "no Retry", Location.none());
            return seen && wanted ? result.shown() : result.restingOn(Set.of(Side.SERVER));
        }
    }
}
