package dev.interop.moqt.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.trace.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedMessageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "DRAFT_18 | 06 { } | ends within the request ID",
                "DRAFT_18 | 06 { 00 } | ends within the number of namespace parts",
                "DRAFT_18 | 06 { 00 01 08 \"moq\" } | ends within a namespace part: 3 of 8 bytes are there",
                "DRAFT_18 | 06 { 00 01 00 00 } | a namespace part without a byte",
                "DRAFT_18 | 06 { 00 21 } | a namespace of 33 parts, allowed are 0 to 32",
                "DRAFT_18 | 06 { 00 ffffffffffffffffff } | a namespace of 18446744073709551615 parts",
                "DRAFT_18 | 06 { 00 01 01 \"a\" } | ends within the number of parameters",
                "DRAFT_18 | 06 { 00 01 01 \"a\" 00 00 } | 1 bytes left after a parameter count of 0",
                "DRAFT_18 | 06 { 00 01 01 \"a\" 05 0102 } | 5 parameters in 2 bytes",
                "DRAFT_18 | 05 { 10 00 8401 } | ends within the reason phrase: 0 of 1025 bytes are there",
                "DRAFT_18 | 05 { 10 00 01 \"a\" 00 } | 1 bytes too many",
                "DRAFT_18 | 04 { } | ends within the track alias",
                "DRAFT_16 | 06 { 00 00 00 } | a namespace of 0 parts, allowed are 1 to 32",
                "DRAFT_16 | 21 { 00 } | sent by the client",
                "DRAFT_16 | 09 { 00 00 } | 1 bytes too many",
                "DRAFT_14 | 07 { 00 00 } | 1 bytes too many",
                "DRAFT_14 | 20 { ffffffffffffffff 00 } | 4611686018427387903 versions"
            })
    void aMalformedBodyIsReportedAndTheNextMessageIsRead(MoqtDraft draft, String message, String reason) {
        var session = new SessionScript().client(0, message + " 10 0000").read(draft, Transport.QUIC);

        assertThat(session.messages()).hasSize(2);
        assertThat(session.messages().get(0))
                .isInstanceOfSatisfying(
                        MalformedMessage.class, it -> assertThat(it.reason()).contains(reason));
        assertThat(session.messages().get(1)).isInstanceOf(UnknownMessage.class);
        assertThat(session.problems()).isEmpty();
    }

    @Test
    void namesAndReasonPhrasesHaveALimit() {
        var longest = "\"" + "a".repeat(4096) + "\"";
        var session = new SessionScript()
                .client(0, "06 { 00 01 9000 " + longest + " 00 } 06 { 00 02 9000 " + longest + " 01 \"b\" 00 }")
                .client(0, "03 { 00 01 9000 " + longest + " 00 00 } 03 { 00 01 9000 " + longest + " 01 \"b\" 00 }")
                .server(0, "05 { 10 00 8401 \"" + "a".repeat(1025) + "\" }")
                .read(MoqtDraft.DRAFT_18, Transport.QUIC);

        assertThat(session.all(MalformedMessage.class))
                .extracting(MalformedMessage::reason)
                .containsExactly(
                        "a name of 4097 bytes, allowed are at most 4096",
                        "a name of 4097 bytes, allowed are at most 4096",
                        "a reason phrase of 1025 bytes, allowed are at most 1024");
        assertThat(session.requests(Request.class)).hasSize(2);
    }

    @Test
    void anIncompleteMessageIsMalformedWithoutAGap() {
        var session = new SessionScript().client(0, "06 0014 00 02").read(MoqtDraft.DRAFT_18, Transport.QUIC);

        assertThat(session.all(MalformedMessage.class))
                .singleElement()
                .extracting(MalformedMessage::details)
                .isEqualTo("of 20 bytes, malformed: ends after 2 of 20 bytes");
        assertThat(session.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 06", "0, 06 00", "2, af", "2, 40"})
    void anIncompleteMessageHeaderIsNotAProblem(long stream, String bytes) {
        for (var transport : Transport.values()) {
            assertThat(new SessionScript()
                            .client(stream, bytes)
                            .read(MoqtDraft.DRAFT_18, transport)
                            .problems())
                    .isEmpty();
        }
    }

    @Test
    void aGapInAStreamIsAProblem() {
        var session = new SessionScript()
                .client(0, "07 0001 00")
                .lost(Side.CLIENT, 0, 4)
                .client(0, "07 0001 00")
                .read(MoqtDraft.DRAFT_18, Transport.QUIC);

        assertThat(session.messages()).hasSize(1);
        assertThat(session.problems())
                .singleElement()
                .hasToString("stream 0 from the client: bytes 4 to 7 are not in the capture");
    }

    @Test
    void aStreamWithoutItsFirstBytesIsAProblemIfTheyDecideItsPurpose() {
        var session = new SessionScript()
                .lost(Side.CLIENT, 4, 3)
                .client(4, "06 0000")
                .server(4, "07 0001 00")
                .lost(Side.SERVER, 8, 3)
                .server(8, "07 0001 00")
                .read(MoqtDraft.DRAFT_18, Transport.WEBTRANSPORT);

        assertThat(session.messages()).isEmpty();
        assertThat(session.problems())
                .extracting(WireProblem::toString)
                .containsExactly(
                        "stream 4 from the client: bytes 0 to 2 are not in the capture",
                        "stream 4 from the server: the message that it answers is not in the capture",
                        "stream 8 from the client: its beginning is not in the capture",
                        "stream 8 from the server: the message that it answers is not in the capture");
    }

    @Test
    void namesThatAreNotUtf8AreShownInHexadecimal() {
        var session = new SessionScript()
                .client(0, "06 { 00 02 02 ff00 05 \"a\" 1b \"[m\" 0a 00 }")
                .read(MoqtDraft.DRAFT_18, Transport.QUIC);

        assertThat(session.requests(PublishNamespace.class))
                .singleElement()
                .extracting(Message::details)
                .isEqualTo("0xff00/a\\u001b[m\\u000a");
    }

    @Test
    void connectionsAreReadSeparately() {
        var sessions = new SessionScript()
                .on(50001)
                .client(0, "06 { 00 01 01 \"a\" 00 }")
                .on(50002)
                .client(0, "03 { 00 01 01 \"a\" 01 \"t\" 00 }")
                .server(0, "04 0002 00 00")
                .on(50001)
                .server(0, "07 0001 00")
                .readAll(MoqtDraft.DRAFT_18, Transport.QUIC);

        assertThat(sessions)
                .extracting(ControlSession::connection)
                .containsExactly(SessionScript.connection(50001), SessionScript.connection(50002));
        assertThat(sessions)
                .allSatisfy(it -> assertThat(it.requests(Request.class))
                        .singleElement()
                        .satisfies(request -> assertThat(it.answerTo(request)).isPresent()));
    }
}
