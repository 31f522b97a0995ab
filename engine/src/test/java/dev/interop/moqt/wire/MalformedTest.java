package dev.interop.moqt.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.trace.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedTest {
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
                "DRAFT_18 | 06 { 00 01 01 \"a\" 00 00 } | 1 bytes too many behind no parameters",
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
    void aBodyThatIsNotTheDraftsIsToldAndTheNextMessageIsRead(MoqtDraft draft, String message, String reason) {
        var conversation = new Script().client(0, message + " 10 0000").read(draft, Transport.QUIC);

        assertThat(conversation.messages()).hasSize(2);
        assertThat(conversation.messages().get(0))
                .isInstanceOfSatisfying(
                        Malformed.class, it -> assertThat(it.reason()).contains(reason));
        assertThat(conversation.messages().get(1)).isInstanceOf(UnknownMessage.class);
        assertThat(conversation.problems()).isEmpty();
    }

    @Test
    void namesAndReasonsHaveALimit() {
        var longest = "\"" + "a".repeat(4096) + "\"";
        var conversation = new Script()
                .client(0, "06 { 00 01 9000 " + longest + " 00 } 06 { 00 02 9000 " + longest + " 01 \"b\" 00 }")
                .client(0, "03 { 00 01 9000 " + longest + " 00 00 } 03 { 00 01 9000 " + longest + " 01 \"b\" 00 }")
                .server(0, "05 { 10 00 8401 \"" + "a".repeat(1025) + "\" }")
                .read(MoqtDraft.DRAFT_18, Transport.QUIC);

        assertThat(conversation.all(Malformed.class))
                .extracting(Malformed::reason)
                .containsExactly(
                        "a name of 4097 bytes, allowed are at most 4096",
                        "a name of 4097 bytes, allowed are at most 4096",
                        "a reason phrase of 1025 bytes, allowed are at most 1024");
        assertThat(conversation.requests(Request.class)).hasSize(2);
    }

    @Test
    void aMessageWithoutItsEndIsMalformedAndNoProblemAsItIsAllThatWasSent() {
        var conversation = new Script().client(0, "06 0014 00 02").read(MoqtDraft.DRAFT_18, Transport.QUIC);

        assertThat(conversation.all(Malformed.class))
                .singleElement()
                .extracting(Malformed::details)
                .isEqualTo("of 20 bytes, malformed: ends after 2 of 20 bytes");
        assertThat(conversation.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 06", "0, 06 00", "2, af", "2, 40"})
    void lessThanTheBeginningOfAMessageIsNoProblemEither(long stream, String bytes) {
        for (var transport : Transport.values()) {
            assertThat(new Script()
                            .client(stream, bytes)
                            .read(MoqtDraft.DRAFT_18, transport)
                            .problems())
                    .isEmpty();
        }
    }

    @Test
    void whatIsBehindAGapIsAProblem() {
        var conversation = new Script()
                .client(0, "07 0001 00")
                .lost(Side.CLIENT, 0, 4)
                .client(0, "07 0001 00")
                .read(MoqtDraft.DRAFT_18, Transport.QUIC);

        assertThat(conversation.messages()).hasSize(1);
        assertThat(conversation.problems())
                .singleElement()
                .hasToString("stream 0 from the client: bytes 4 to 7 are not in the capture");
    }

    @Test
    void aStreamWithoutItsBeginningIsAProblemWhereThatSaysWhatItIs() {
        var conversation = new Script()
                .lost(Side.CLIENT, 4, 3)
                .client(4, "06 0000")
                .server(4, "07 0001 00")
                .lost(Side.SERVER, 8, 3)
                .server(8, "07 0001 00")
                .read(MoqtDraft.DRAFT_18, Transport.WEBTRANSPORT);

        assertThat(conversation.messages()).isEmpty();
        assertThat(conversation.problems())
                .extracting(WireProblem::toString)
                .containsExactly(
                        "stream 4 from the client: bytes 0 to 2 are not in the capture",
                        "stream 4 from the server: what it answers is not in the capture",
                        "stream 8 from the client: its beginning is not in the capture",
                        "stream 8 from the server: what it answers is not in the capture");
    }

    @Test
    void namesThatAreNoTextAreShownAsHexadecimalDigits() {
        var conversation = new Script()
                .client(0, "06 { 00 02 02 ff00 05 \"a\" 1b \"[m\" 0a 00 }")
                .read(MoqtDraft.DRAFT_18, Transport.QUIC);

        assertThat(conversation.requests(PublishNamespace.class))
                .singleElement()
                .extracting(Message::details)
                .isEqualTo("0xff00/a\\u001b[m\\u000a");
    }

    @Test
    void connectionsAreKeptApart() {
        var conversations = new Script()
                .on(50001)
                .client(0, "06 { 00 01 01 \"a\" 00 }")
                .on(50002)
                .client(0, "03 { 00 01 01 \"a\" 01 \"t\" 00 }")
                .server(0, "04 0002 00 00")
                .on(50001)
                .server(0, "07 0001 00")
                .readAll(MoqtDraft.DRAFT_18, Transport.QUIC);

        assertThat(conversations)
                .extracting(ControlSession::connection)
                .containsExactly(Script.connection(50001), Script.connection(50002));
        assertThat(conversations)
                .allSatisfy(it -> assertThat(it.requests(Request.class))
                        .singleElement()
                        .satisfies(request -> assertThat(it.answerTo(request)).isPresent()));
    }
}
