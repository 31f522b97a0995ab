package dev.interop.tap;

import java.util.Arrays;

/**
 * Splits bytes into lines at LF, CRLF and a single CR (rule R18), regardless of the boundaries of chunks.
 *
 * <p>A line within one chunk is passed on without a copy. Of a line longer than the limit only the beginning is kept.
 */
final class LineSplitter {

    /** Receives the lines. */
    interface Sink {
        /**
         * Receives a line, whose bytes are valid only during the call.
         *
         * @param cut whether the line is longer than these bytes
         * @param afterBareCarriageReturn whether the line before ended in CR without LF
         */
        void line(byte[] bytes, int from, int to, long offset, boolean cut, boolean afterBareCarriageReturn);
    }

    private static final int FIRST_CAPACITY = 256;

    private final int limit;
    private final Sink sink;
    private byte[] carried = new byte[FIRST_CAPACITY];
    private int carriedLength;
    private boolean carriedIsCut;
    private boolean midLine;
    private boolean afterCarriageReturn;
    private boolean afterBareCarriageReturn;
    private long lineOffset;
    private long offset;

    LineSplitter(int limit, Sink sink) {
        this.limit = limit;
        this.sink = sink;
    }

    /** The number of bytes read. */
    long offset() {
        return offset;
    }

    void feed(byte[] bytes, int from, int to) {
        int at = from;
        if (afterCarriageReturn && at < to) {
            at = afterCarriageReturn(bytes, at);
        }
        while (at < to) {
            int end = endOfLine(bytes, at, to);
            if (end == to) {
                carry(bytes, at, to);
                break;
            }
            emit(bytes, at, end);
            at = end + 1;
            lineOffset = offset + at - from;
            if (bytes[end] == '\r') {
                afterCarriageReturn = true;
                if (at < to) {
                    at = afterCarriageReturn(bytes, at);
                }
            }
        }
        offset += to - from;
    }

    /** Ends the input, whose last line need not have a line end. */
    void finish() {
        if (midLine) {
            emit(carried, 0, 0);
        }
    }

    private int afterCarriageReturn(byte[] bytes, int at) {
        afterCarriageReturn = false;
        if (bytes[at] == '\n') {
            lineOffset++;
            return at + 1;
        }
        afterBareCarriageReturn = true;
        return at;
    }

    private static int endOfLine(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != '\n' && bytes[at] != '\r') {
            at++;
        }
        return at;
    }

    /** The only call of the sink, so that the JIT compiler inlines the parser once. */
    private void emit(byte[] bytes, int from, int to) {
        boolean joined = midLine;
        if (joined) {
            carry(bytes, from, to);
        }
        int kept = Math.min(to - from, limit);
        sink.line(
                joined ? carried : bytes,
                joined ? 0 : from,
                joined ? carriedLength : from + kept,
                lineOffset,
                joined ? carriedIsCut : kept < to - from,
                afterBareCarriageReturn);
        midLine = false;
        carriedLength = 0;
        carriedIsCut = false;
        afterBareCarriageReturn = false;
    }

    private void carry(byte[] bytes, int from, int to) {
        midLine = true;
        int kept = Math.min(to - from, limit - carriedLength);
        if (kept > carried.length - carriedLength) {
            int doubled = (int) Math.min(limit, 2L * (carriedLength + kept));
            carried = Arrays.copyOf(carried, Math.max(doubled, carriedLength + kept));
        }
        System.arraycopy(bytes, from, carried, carriedLength, kept);
        carriedLength += kept;
        carriedIsCut |= kept < to - from;
    }
}
