package dev.interop.tap;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code pragma +key}, and Perl's {@code pragma +key, -key}. TAP 14, section "Pragmas"; rule R20.
 *
 * @param key the name
 * @param enabled true for {@code +}
 */
record PragmaLine(String key, boolean enabled) {

    private static final String PREFIX = "pragma ";

    static boolean matches(Line line) {
        return Ascii.startsWith(line.bytes(), line.content(), line.end(), PREFIX)
                && !parse(line).isEmpty();
    }

    /** Parses the keys; none if the line is not a pragma. */
    static List<PragmaLine> parse(Line line) {
        List<PragmaLine> keys = new ArrayList<>(1);
        byte[] bytes = line.bytes();
        int to = line.end();
        int at = line.content() + PREFIX.length();
        while (at < to && (bytes[at] == '+' || bytes[at] == '-')) {
            int key = at + 1;
            int keyEnd = key;
            while (keyEnd < to && (Ascii.isWord(bytes[keyEnd]) || bytes[keyEnd] == '-')) {
                keyEnd++;
            }
            if (keyEnd == key) {
                return List.of();
            }
            keys.add(new PragmaLine(line.text(key, keyEnd), bytes[at] == '+'));
            if (keyEnd == to) {
                return keys;
            }
            if (bytes[keyEnd] != ',') {
                return List.of();
            }
            at = Ascii.skipBlanks(bytes, keyEnd + 1, to);
        }
        return List.of();
    }
}
