package dev.interop.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TapParserTest {

    @Test
    void aStreamThatKeepsItsPlanIsOk() {
        Recorded read = Recorded.of("TAP version 14", "1..2", "ok 1 - first", "ok 2 - second");

        assertThat(read.result().ok()).isTrue();
        assertThat(read.result().version()).hasValue(14);
        assertThat(read.result().counts()).isEqualTo(new TapCounts(2, 2, 0, 0, 0, 0));
        assertThat(read.shape()).isEqualTo("Version0 Plan0 Point0 Point0");
    }

    @Test
    void version13IsAccepted() {
        assertThat(Recorded.invariantsHoldInStrictMode("TAP version 13", "1..1", "ok")
                        .result()
                        .ok())
                .isTrue();
    }

    @Test
    void aFailedPointFailsTheStream() {
        Recorded read = Recorded.of("TAP version 14", "1..2", "ok", "not ok 2 - broken");

        assertThat(read.result().ok()).isFalse();
        assertThat(read.result().failedIds()).containsExactly(new IdRange(2, 2));
    }

    @Test
    void thePlanMayComeLast() {
        assertThat(Recorded.of("TAP version 14", "ok", "ok", "1..2").result().ok())
                .isTrue();
    }

    @Test
    void fewerPointsThanPlannedFail() {
        assertThat(Recorded.of("TAP version 14", "1..3", "ok", "ok").result().errors())
                .containsExactly(ProblemCode.COUNT_MISMATCH);
    }

    @Test
    void anEmptyPlanSkipsEverythingForAReason() {
        TapResult result = Recorded.of("TAP version 14", "1..0 # SKIP no relay").result();

        assertThat(result.ok()).isTrue();
        assertThat(result.skippedAll()).isTrue();
        assertThat(result.plan().orElseThrow().reason()).isEqualTo("no relay");
    }

    @Test
    void everyEventHasItsPlaceInTheStream() {
        Recorded read = Recorded.of("TAP version 14", "", "  noise", "ok 1 - ä", "# end", "1..1");

        assertThat(read.events().stream().map(TapEvent::line)).containsExactly(1L, 3L, 4L, 5L, 6L, 6L);
        assertThat(read.events().stream().map(TapEvent::offset)).containsExactly(0L, 16L, 24L, 34L, 40L, 45L);
        assertThat(read.events().get(1).raw()).isEqualTo("  noise");
    }

    @Test
    void aPointIsReportedBeforeItsDiagnostic() {
        List<TapEvent> events = new ArrayList<>();
        TapParser parser = new TapParser(TapOptions.lenient(), events::add);

        parser.feed("ok 1\n  ---\n  a: 1\n".getBytes(StandardCharsets.UTF_8));
        assertThat(events).hasSize(1).first().isInstanceOf(TapEvent.Point.class);
        parser.feed("  ...\n".getBytes(StandardCharsets.UTF_8));
        assertThat(events).hasSize(2).last().isInstanceOf(TapEvent.Diagnostic.class);
    }

    @Test
    void aPlanThatIsMetIsKnownBeforeTheEnd() {
        TapParser parser = new TapParser(TapOptions.lenient(), event -> {});

        parser.feed("1..2\nok\n".getBytes(StandardCharsets.UTF_8));
        assertThat(parser.planSatisfied()).isFalse();
        parser.feed("ok\n".getBytes(StandardCharsets.UTF_8));
        assertThat(parser.planSatisfied()).isTrue();
        parser.feed("    ok\n".getBytes(StandardCharsets.UTF_8));
        assertThat(parser.planSatisfied()).as("a subtest is open").isFalse();
    }

    @Test
    void buffersMayBeDirectOrNot() {
        byte[] bytes = "xx1..1\nok\n".getBytes(StandardCharsets.UTF_8);
        ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        ByteBuffer heap = ByteBuffer.wrap(bytes);
        for (ByteBuffer buffer : List.of(direct, heap)) {
            TapParser parser = new TapParser(TapOptions.lenient(), event -> {});
            parser.feed(buffer.position(2));

            assertThat(buffer.remaining()).isZero();
            assertThat(parser.finish().ok()).isTrue();
        }
    }

    @Test
    void aParserReadsOneStream() {
        TapParser parser = new TapParser(TapOptions.lenient(), event -> {});
        parser.finish();

        assertThatThrownBy(parser::finish).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> parser.feed(new byte[1])).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anExceptionOfTheReceiverIsPassedOn() {
        TapParser parser = new TapParser(TapOptions.lenient(), event -> {
            throw new UnsupportedOperationException("full");
        });

        assertThatThrownBy(() -> parser.feed("ok\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("full");
    }

    @Test
    void commentsAndPragmasAreReported() {
        Recorded read =
                Recorded.of("TAP version 14", "# note", "   # indented", "pragma +bail", "pragma -strict", "1..0");

        assertThat(read.all(TapEvent.Comment.class))
                .extracting(TapEvent.Comment::text)
                .containsExactly(" note", " indented");
        assertThat(read.all(TapEvent.Pragma.class))
                .extracting(TapEvent.Pragma::key, TapEvent.Pragma::enabled)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("bail", true),
                        org.assertj.core.groups.Tuple.tuple("strict", false));
    }

    @Test
    void aBailOutFailsTheRunWithItsReason() {
        TapResult result = Recorded.of("TAP version 14", "1..3", "ok", "Bail out! no \\# relay")
                .result();

        assertThat(result.ok()).isFalse();
        assertThat(result.bailOut()).hasValue("no # relay");
        assertThat(result.errors()).isEmpty();
    }

    @Test
    void theEndCarriesTheResult() {
        Recorded read = Recorded.of("1..1", "ok");

        assertThat(read.events().get(read.events().size() - 1))
                .isInstanceOfSatisfying(
                        TapEvent.End.class, end -> assertThat(end.result()).isEqualTo(read.result()));
    }
}
