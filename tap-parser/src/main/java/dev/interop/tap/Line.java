package dev.interop.tap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The line at hand: a window on bytes, text only when asked for. One object is used for all lines of a stream. */
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

    /** A line of its own, for when this one is overwritten. */
    Line copy() {
        Line copy = new Line();
        copy.set(Arrays.copyOfRange(bytes, from, to), 0, to - from, number, offset, cut, afterBareCarriageReturn);
        return copy;
    }

    /** The line from its first character on that is no blank; valid as long as this one. */
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

    /** Where the text starts after the indentation, which is of blanks only (rule R12). */
    int content() {
        return content;
    }

    /** Where trailing white space starts. */
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

    /** The text without blanks at its ends: spaces and tabs, and no other white space, as everywhere in TAP. */
    String trimmed(int from, int to) {
        int start = Ascii.skipBlanks(bytes, from, to);
        int stop = to;
        while (stop > start && Ascii.isBlank(bytes[stop - 1])) {
            stop--;
        }
        return text(start, stop);
    }

    /** The sequences that are not UTF-8: U+FFFD in the text that nobody wrote. */
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

    /** A cut must not make a good character look malformed. */
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
