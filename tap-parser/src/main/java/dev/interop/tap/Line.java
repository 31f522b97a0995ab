package dev.interop.tap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The current line, a view of bytes that are decoded only on demand. All lines of a stream share one object. */
final class Line {

    private static final char REPLACEMENT = '\uFFFD';

    private byte[] bytes = new byte[0];
    private int from;
    private int to;
    private int content;
    private int end;
    private long number;
    private long offset;
    private boolean cut;
    private boolean afterBareCarriageReturn;
    private String raw;

    void set(byte[] bytes, int from, int to, long number, long offset, boolean cut, boolean afterBareCarriageReturn) {
        this.bytes = bytes;
        this.from = from;
        this.to = cut ? wholeCharacters(bytes, from, to) : to;
        this.number = number;
        this.offset = offset;
        this.cut = cut;
        this.afterBareCarriageReturn = afterBareCarriageReturn;
        this.raw = null;
        findContent();
    }

    /** Copies the line, since this object is reused for the next one. */
    Line copy() {
        Line copy = new Line();
        copy.set(Arrays.copyOfRange(bytes, from, to), 0, to - from, number, offset, cut, afterBareCarriageReturn);
        return copy;
    }

    /** The line without its leading blanks; valid as long as this object. */
    Line withoutBlanks() {
        Line rest = new Line();
        rest.set(bytes, Ascii.skipBlanks(bytes, from, to), to, number, offset, false, false);
        return rest;
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** The index of the first byte after the indentation, which consists only of blanks (rule R12). */
    int content() {
        return content;
    }

    /** The index of the first byte of trailing white space. */
    int end() {
        return end;
    }

    int indent() {
        return content - from;
    }

    long number() {
        return number;
    }

    long offset() {
        return offset;
    }

    boolean cut() {
        return cut;
    }

    boolean afterBareCarriageReturn() {
        return afterBareCarriageReturn;
    }

    boolean blank() {
        return content == end;
    }

    String raw() {
        if (raw == null) {
            raw = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        }
        return raw;
    }

    String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** The text without leading and trailing spaces and tabs, TAP's only white space. */
    String trimmed(int from, int to) {
        int start = Ascii.skipBlanks(bytes, from, to);
        int stop = to;
        while (stop > start && Ascii.isBlank(bytes[stop - 1])) {
            stop--;
        }
        return text(start, stop);
    }

    /** The number of byte sequences that are not UTF-8 and were decoded as U+FFFD. */
    long malformed() {
        return malformed(raw(), bytes, from, to);
    }

    static long malformed(String text, byte[] bytes, int from, int to) {
        int at = text.indexOf(REPLACEMENT);
        if (at < 0) {
            return 0;
        }
        long replaced = 0;
        for (; at >= 0; at = text.indexOf(REPLACEMENT, at + 1)) {
            replaced++;
        }
        for (int i = from; i + 2 < to; i++) {
            if (bytes[i] == (byte) 0xEF && bytes[i + 1] == (byte) 0xBF && bytes[i + 2] == (byte) 0xBD) {
                replaced--;
            }
        }
        return replaced;
    }

    private void findContent() {
        int start = from;
        while (start < to && bytes[start] == ' ') {
            start++;
        }
        int stop = to;
        while (stop > start && Ascii.isBlank(bytes[stop - 1])) {
            stop--;
        }
        content = start;
        end = stop;
    }

    /** Moves a cut so that it does not split a character, which would look malformed. */
    private static int wholeCharacters(byte[] bytes, int from, int to) {
        int lead = to - 1;
        while (lead >= from && to - lead < 4 && (bytes[lead] & 0xC0) == 0x80) {
            lead--;
        }
        if (lead < from) {
            return to;
        }
        int first = bytes[lead] & 0xFF;
        int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
        return length > to - lead ? lead : to;
    }
}
