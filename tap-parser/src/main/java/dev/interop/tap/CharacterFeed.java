package dev.interop.tap;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Feeds characters to a parser as UTF-8. A surrogate pair may be split between two reads. */
final class CharacterFeed {

    private static final byte[] REPLACEMENT = "\uFFFD".getBytes(StandardCharsets.UTF_8);
    private static final int BUFFER_BYTES = 1 << 13;
    private static final CharBuffer NOTHING = CharBuffer.wrap("");

    private final TapParser parser;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .replaceWith(REPLACEMENT);
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES);
    private CharBuffer rest = NOTHING;

    CharacterFeed(TapParser parser) {
        this.parser = parser;
    }

    void feed(char[] characters, int length) {
        CharBuffer input = CharBuffer.allocate(rest.remaining() + length);
        input.put(rest).put(characters, 0, length).flip();
        encode(input, false);
        rest = input;
    }

    /** Ends the text; another one may follow. */
    void finish() {
        encode(rest, true);
        encoder.reset();
        rest = NOTHING;
    }

    private void encode(CharBuffer input, boolean last) {
        while (encoder.encode(input, bytes, last).isOverflow()) {
            drain();
        }
        drain();
    }

    private void drain() {
        bytes.flip();
        parser.feed(bytes);
        bytes.clear();
    }
}
