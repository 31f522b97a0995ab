package dev.interop.verdict;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds phrases in bytes, ignoring the case of ASCII letters. Logs may have 64 MB from a hostile program, so the time is linear
 * in their length whatever they contain; regular expressions took minutes.
 */
final class Phrases {
    private static final byte ESCAPE = 0x1b;

    private final List<List<Phrase>> byFirst = new ArrayList<>();

    /** The required boundaries of a phrase. */
    enum Boundary {
        /** Letters, digits or underscores may come before or after it. */
        NONE,
        /** It ends a word. */
        END,
        /** It begins and ends a word. */
        BOTH
    }

    private record Phrase(byte[] text, Boundary boundary) {}

    Phrases() {
        for (int i = 0; i < 256; i++) {
            byFirst.add(new ArrayList<>());
        }
    }

    /** Adds phrases, which must be in lower case. */
    Phrases add(Boundary boundary, String... phrases) {
        for (var phrase : phrases) {
            var text = phrase.getBytes(StandardCharsets.US_ASCII);
            byFirst.get(text[0]).add(new Phrase(text, boundary));
        }
        return this;
    }

    /** Whether a part of these bytes has any of the phrases. */
    boolean areIn(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            var candidates = byFirst.get(lower(bytes[at]));
            for (int i = 0; i < candidates.size(); i++) {
                if (isAt(candidates.get(i), bytes, at, from, to)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isAt(Phrase phrase, byte[] bytes, int at, int from, int to) {
        int end = at + phrase.text.length;
        if (end > to) {
            return false;
        }
        for (int i = 1; i < phrase.text.length; i++) {
            if (lower(bytes[at + i]) != phrase.text[i]) {
                return false;
            }
        }
        return phrase.boundary == Boundary.NONE
                || (end == to || !isWord(bytes[end]))
                        && (phrase.boundary == Boundary.END || beginsWord(bytes, at, from));
    }

    private static boolean beginsWord(byte[] bytes, int at, int from) {
        return at == from || !isWord(bytes[at - 1]) || isAfterColour(bytes, at, from);
    }

    /** Whether the bytes before are an escape sequence that sets a colour. */
    private static boolean isAfterColour(byte[] bytes, int at, int from) {
        int i = at - 2;
        while (i > from && (bytes[i] >= '0' && bytes[i] <= '9' || bytes[i] == ';')) {
            i--;
        }
        return i > from && bytes[i] == '[' && bytes[i - 1] == ESCAPE;
    }

    private static int lower(byte b) {
        return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b & 0xff;
    }

    private static boolean isWord(byte b) {
        int lower = lower(b);
        return lower >= 'a' && lower <= 'z' || b >= '0' && b <= '9' || b == '_';
    }
}
