package dev.interop.tap;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Iterator;
import java.util.function.Consumer;

/**
 * Reads a whole TAP stream, as events or as a document. These methods throw only what the source throws, never for any text.
 */
public final class Tap {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int BUFFER_CHARACTERS = 1 << 13;

    private Tap() {}

    /** Reads bytes to their end. */
    public static TapResult parse(InputStream in, TapOptions options, Consumer<? super TapEvent> events)
            throws IOException {
        TapParser parser = new TapParser(options, events);
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            parser.feed(buffer, 0, length);
        }
        return parser.finish();
    }

    /** Reads characters to their end; offsets count the bytes of their UTF-8. */
    public static TapResult parse(Reader in, TapOptions options, Consumer<? super TapEvent> events) throws IOException {
        TapParser parser = new TapParser(options, events);
        CharacterFeed feed = new CharacterFeed(parser);
        char[] buffer = new char[BUFFER_CHARACTERS];
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            feed.feed(buffer, length);
        }
        feed.finish();
        return parser.finish();
    }

    /** Reads lines that have no line ends; a line end within a line also ends it. */
    public static TapResult parse(Iterator<String> lines, TapOptions options, Consumer<? super TapEvent> events) {
        TapParser parser = new TapParser(options, events);
        CharacterFeed feed = new CharacterFeed(parser);
        while (lines.hasNext()) {
            char[] line = (lines.next() + "\n").toCharArray();
            feed.feed(line, line.length);
            feed.finish();
        }
        return parser.finish();
    }

    /** Reads bytes to their end into a document. */
    public static TapDocument document(InputStream in, TapOptions options) throws IOException {
        TapDocumentBuilder builder = new TapDocumentBuilder(options);
        parse(in, options, builder);
        return builder.document();
    }

    /** Reads a text into a document. */
    public static TapDocument document(String text, TapOptions options) {
        TapDocumentBuilder builder = new TapDocumentBuilder(options);
        TapParser parser = new TapParser(options, builder);
        CharacterFeed feed = new CharacterFeed(parser);
        char[] characters = text.toCharArray();
        feed.feed(characters, characters.length);
        feed.finish();
        parser.finish();
        return builder.document();
    }
}
