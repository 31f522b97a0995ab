package dev.interop.tap;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Reads a stream of TAP 14 or TAP 13 in chunks of bytes and reports events.
 *
 * <pre>{@code
 * TapParser parser = new TapParser(TapOptions.lenient(), event -> {
 *     if (event instanceof TapEvent.Point point && point.failed()) {
 *         System.out.println(point.description());
 *     }
 * });
 * parser.feed(bytes);
 * TapResult result = parser.finish();
 * }</pre>
 *
 * <p>The boundaries between calls of {@code feed} do not change the events. No input makes the parser throw, recurse or take
 * more than linear time. It keeps only the current line and YAML block in memory. An exception of the receiver of events is
 * passed on. Not thread-safe.
 */
public final class TapParser {

    private static final int BYTE_ORDER_MARK_LENGTH = 3;

    private final Interpreter interpreter;
    private final LineSplitter splitter;
    private final Line line = new Line();
    private long lines;
    private boolean finished;

    /** Creates a parser for one stream. */
    public TapParser(TapOptions options, Consumer<? super TapEvent> events) {
        this.interpreter = new Interpreter(options, Objects.requireNonNull(events));
        this.splitter = new LineSplitter(options.limits().lineBytes(), this::line);
    }

    /** Reads more bytes. */
    public void feed(byte[] bytes) {
        feed(bytes, 0, bytes.length);
    }

    /** Reads more bytes: {@code length} bytes from an offset on. */
    public void feed(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (finished) {
            throw new IllegalStateException("the parser has finished its stream");
        }
        splitter.feed(bytes, offset, offset + length);
    }

    /** Reads what remains in the buffer. */
    public void feed(ByteBuffer bytes) {
        if (bytes.hasArray()) {
            feed(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
            bytes.position(bytes.limit());
        } else {
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            feed(copy);
        }
    }

    /**
     * Whether the plan is met so far: as many points as planned, no open subtest and no bail-out. A caller can so distinguish a
     * producer that hangs after its last point from one that hangs before it.
     */
    public boolean planSatisfied() {
        return interpreter.planSatisfied();
    }

    /** Ends the stream, whose last line need not have a line end. */
    public TapResult finish() {
        if (finished) {
            throw new IllegalStateException("the parser has finished its stream");
        }
        finished = true;
        splitter.finish();
        return interpreter.finish(lines, splitter.offset());
    }

    private void line(byte[] bytes, int from, int to, long offset, boolean cut, boolean afterBareCarriageReturn) {
        lines++;
        int mark = lines == 1 && hasByteOrderMark(bytes, from, to) ? BYTE_ORDER_MARK_LENGTH : 0;
        line.set(bytes, from + mark, to, lines, offset + mark, cut, afterBareCarriageReturn);
        interpreter.accept(line);
    }

    private static boolean hasByteOrderMark(byte[] bytes, int from, int to) {
        return to - from >= BYTE_ORDER_MARK_LENGTH
                && bytes[from] == (byte) 0xEF
                && bytes[from + 1] == (byte) 0xBB
                && bytes[from + 2] == (byte) 0xBF;
    }
}
