package dev.interop.tap;

import java.util.OptionalInt;

/** Reads {@code TAP version N} in upper or lower case, as Perl and node do. TAP 14, section "Version". */
final class VersionLine {

    private static final String PREFIX = "tap version ";
    private static final int MAX_DIGITS = 9;

    private static final int OLDEST = 13;

    private VersionLine() {}

    /** Whether the parser reads this version (rule R17). */
    static boolean supported(Line line) {
        return parse(line).orElse(0) >= OLDEST;
    }

    static OptionalInt parse(Line line) {
        byte[] bytes = line.bytes();
        if (!Ascii.startsWithIgnoringCase(bytes, line.content(), line.end(), PREFIX)) {
            return OptionalInt.empty();
        }
        int digits = line.content() + PREFIX.length();
        boolean number = digits < line.end()
                && line.end() - digits <= MAX_DIGITS
                && Ascii.skipDigits(bytes, digits, line.end()) == line.end();
        return number ? OptionalInt.of((int) Ascii.number(bytes, digits, line.end())) : OptionalInt.empty();
    }
}
