package dev.interop.tap;

import java.util.Optional;

/**
 * Reads {@code 1..N # reason}. TAP 14, section "Plan"; rule R03.
 *
 * @param overflow whether a number did not fit and was replaced by the largest that does
 */
record PlanLine(long start, long end, boolean overflow, Optional<String> comment) {

    static Optional<PlanLine> parse(Line line) {
        byte[] bytes = line.bytes();
        int to = line.end();
        int startEnd = Ascii.skipDigits(bytes, line.content(), to);
        if (!Ascii.startsWith(bytes, startEnd, to, "..")) {
            return Optional.empty();
        }
        int endStart = startEnd + 2;
        int endEnd = Ascii.skipDigits(bytes, endStart, to);
        int hash = Ascii.skipBlanks(bytes, endEnd, to);
        if (endEnd == endStart || hash < to && bytes[hash] != '#') {
            return Optional.empty();
        }
        long start = Ascii.number(bytes, line.content(), startEnd);
        long end = Ascii.number(bytes, endStart, endEnd);
        boolean overflow = start < 0 || end < 0;
        start = start < 0 ? Long.MAX_VALUE : start;
        end = end < 0 ? Long.MAX_VALUE : end;
        if (end < start && !(start == 1 && end == 0)) {
            return Optional.empty();
        }
        Optional<String> comment =
                hash < to ? Optional.of(Escapes.unescape(line.trimmed(hash + 1, to))) : Optional.empty();
        return Optional.of(new PlanLine(start, end, overflow, comment));
    }

    /** Whether the line begins like a plan, so that a malformed plan can be reported. */
    static boolean resembles(Line line) {
        int digits = Ascii.skipDigits(line.bytes(), line.content(), line.end());
        return digits > line.content()
                && Ascii.startsWith(line.bytes(), digits, line.end(), "..")
                && digits + 2 < line.end()
                && Ascii.isDigit(line.bytes()[digits + 2]);
    }
}
