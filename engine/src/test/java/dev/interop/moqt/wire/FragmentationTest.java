package dev.interop.moqt.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.interop.trace.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FragmentationTest {
    private static final SessionScript WHOLE = new SessionScript()
            .client(2, "4054 00 af00 000c 05 0a \"relay:4443\"")
            .server(3, "4054 00 af00 0000")
            .client(0, "4041 00 06 0014 00 02 08\"moq-test\" 07\"interop\" 00 06 { 00 } 02 { 02 } ")
            .client(4, "4041 00 03 0024 02 02 0b\"nonexistent\" 09\"namespace\" 0a\"test-track\" 00")
            .server(0, "07 0001 00 10 { 00 }")
            .server(4, "05 { 10 00 04\"gone\" }")
            .end(Side.CLIENT, 0, StreamEnd.How.RESET_STREAM);

    @Property(tries = 300)
    void theOrderOfFragmentsDoesNotMatter(@ForAll Random random) {
        var fragments = chunks(random);
        var shuffled = new ArrayList<>(fragments);
        Collections.shuffle(shuffled, random);

        assertThat(read(shuffled)).isEqualTo(read(fragments));
    }

    @Property(tries = 300)
    void theBoundariesOfFragmentsDoNotMatter(@ForAll Random random) {
        assertThat(describe(read(chunks(random)))).isEqualTo(describe(read(WHOLE.fragments())));
    }

    @Property(tries = 1000)
    void anyBytesAreReadWithoutAnException(
            @ForAll @Size(max = 200) byte[] bytes,
            @ForAll MoqtDraft draft,
            @ForAll Transport transport,
            @ForAll Random random) {
        var fragments = new ArrayList<StreamFragment>();
        int packet = 0;
        for (int at = 0; at < bytes.length; packet++) {
            int length = Math.min(1 + random.nextInt(30), bytes.length - at);
            var part = Bytes.of(bytes).slice(at, at + length);
            var from = random.nextBoolean() ? Side.CLIENT : Side.SERVER;
            long offset = random.nextInt(8) == 0 ? random.nextLong() : random.nextInt(40);
            fragments.add(new StreamFragment(
                    SessionScript.CONNECTION,
                    random.nextInt(4),
                    from,
                    offset,
                    part,
                    new CapturePosition(packet, 0, 0)));
            at += length;
        }

        assertThatCode(() -> new ControlSessionReader(draft, transport)
                        .read(fragments, List.of())
                        .forEach(it -> describe(List.of(it))))
                .doesNotThrowAnyException();
    }

    @Property(tries = 500)
    void anyBodyBecomesAMessage(
            @ForAll MoqtDraft draft, @ForAll @IntRange(max = 0x51) int type, @ForAll @Size(max = 60) byte[] body) {
        var head = draft == MoqtDraft.DRAFT_18 || type < 0x40 ? "" : "40";
        var message = head + hex(type) + " { " + Bytes.of(body).hex() + " }";
        var session = new SessionScript().client(0, message + message).read(draft, Transport.QUIC);

        assertThat(session.messages()).hasSize(2);
        assertThat(session.problems()).isEmpty();
    }

    @Test
    void hostileStreamsAreReadInLinearTime() {
        var fragments = new ArrayList<StreamFragment>();
        for (int i = 0; i < 200_000; i++) {
            fragments.add(fragment(i, 2L * (199_999 - i), Bytes.ofHex("07")));
        }
        for (int i = 0; i < 200; i++) {
            fragments.add(fragment(200_000 + i, i, Bytes.of(new byte[60_000])));
        }

        assertThat(Duration.ofMillis(millisToRead(fragments))).isLessThan(Duration.ofSeconds(10));
    }

    private static long millisToRead(List<StreamFragment> fragments) {
        long start = System.nanoTime();
        assertThat(read(fragments)).hasSize(1);
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static StreamFragment fragment(long packet, long offset, Bytes bytes) {
        return new StreamFragment(
                SessionScript.CONNECTION, 0, Side.SERVER, offset, bytes, new CapturePosition(packet, 0, 0));
    }

    /** Cuts the streams into fragments in separate packets, some of them repeated or overlapping. */
    private static List<StreamFragment> chunks(Random random) {
        var chunks = new ArrayList<StreamFragment>();
        for (var whole : WHOLE.fragments()) {
            for (int at = 0; at < whole.bytes().size(); ) {
                int next = Math.min(at + 1 + random.nextInt(12), whole.bytes().size());
                int start = at - random.nextInt(at + 1) / 3;
                var place = new CapturePosition(whole.place().packet(), 0, chunks.size());
                var bytes = whole.bytes().slice(start, next);
                chunks.add(new StreamFragment(
                        whole.connection(), whole.stream(), whole.from(), whole.offset() + start, bytes, place));
                at = next;
            }
        }
        return chunks;
    }

    private static List<ControlSession> read(List<StreamFragment> fragments) {
        return new ControlSessionReader(MoqtDraft.DRAFT_18, Transport.WEBTRANSPORT).read(fragments, WHOLE.ends());
    }

    private static List<String> describe(List<ControlSession> sessions) {
        return sessions.stream()
                .flatMap(it -> it.messages().stream())
                .map(Message::describe)
                .toList();
    }

    private static String hex(int type) {
        return Bytes.of(new byte[] {(byte) type}).hex();
    }
}
