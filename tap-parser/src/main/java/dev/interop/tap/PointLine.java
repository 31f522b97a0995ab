package dev.interop.tap;

import dev.interop.tap.TapOptions.BufferedSubtests;
import dev.interop.tap.TapOptions.DirectiveForm;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads {@code not ok 3 - description # SKIP reason}. TAP 14, section "Test Points"; rules R07 and R08.
 *
 * <p>Reads each byte once.
 */
final class PointLine {

    private final byte[] bytes;
    private final Line line;
    private final TapOptions options;
    private boolean ok;
    private OptionalLong explicitId = OptionalLong.empty();
    private boolean overflow;
    private String description = "";
    private Optional<Directive> directive = Optional.empty();
    private Optional<String> time = Optional.empty();
    private boolean badSpacing;
    private boolean endsInBrace;

    private PointLine(Line line, TapOptions options) {
        this.line = line;
        this.options = options;
        this.bytes = line.bytes();
    }

    /** Reads a line that has been classified as a point. */
    static PointLine parse(Line line, TapOptions options) {
        PointLine point = new PointLine(line, options);
        int from = point.skipDash(point.readNumber(point.readStatus()));
        int to = point.dropBrace(from, line.end());
        int hash = point.findHash(from, to);
        if (hash < to && point.readAfterHash(hash, to)) {
            to = point.dropBrace(from, point.dropBlanks(from, hash));
        }
        point.description = Escapes.unescape(line.text(from, to));
        return point;
    }

    boolean ok() {
        return ok;
    }

    OptionalLong explicitId() {
        return explicitId;
    }

    /** Whether the number did not fit and was replaced by the largest that does. */
    boolean overflow() {
        return overflow;
    }

    String description() {
        return description;
    }

    Optional<Directive> directive() {
        return directive;
    }

    Optional<String> time() {
        return time;
    }

    /** Whether white space is missing before or after the {@code #} of a directive. */
    boolean badSpacing() {
        return badSpacing;
    }

    /** Whether the line, or the description before a directive, ends in a brace that stands alone (rule R13). */
    boolean endsInBrace() {
        return endsInBrace;
    }

    private int readStatus() {
        ok = bytes[line.content()] == 'o';
        return line.content() + (ok ? "ok" : "not ok").length();
    }

    private int readNumber(int from) {
        int digits = Ascii.skipBlanks(bytes, from, line.end());
        int digitsEnd = Ascii.skipDigits(bytes, digits, line.end());
        boolean number =
                digits > from && digitsEnd > digits && (digitsEnd == line.end() || Ascii.isBlank(bytes[digitsEnd]));
        if (!number) {
            return digits;
        }
        long id = Ascii.number(bytes, digits, digitsEnd);
        overflow = id < 0;
        explicitId = OptionalLong.of(overflow ? Long.MAX_VALUE : id);
        return Ascii.skipBlanks(bytes, digitsEnd, line.end());
    }

    private int skipDash(int at) {
        boolean dash = at < line.end() && bytes[at] == '-' && (at + 1 == line.end() || Ascii.isBlank(bytes[at + 1]));
        return dash ? Ascii.skipBlanks(bytes, at + 1, line.end()) : at;
    }

    private int dropBrace(int from, int to) {
        int end = to;
        while (options.bufferedSubtests() == BufferedSubtests.ACCEPT
                && end > from
                && bytes[end - 1] == '{'
                && (end - 1 == from || Ascii.isBlank(bytes[end - 2]))) {
            endsInBrace = true;
            end = dropBlanks(from, end - 1);
        }
        return end;
    }

    private int dropBlanks(int from, int to) {
        int end = to;
        while (end > from && Ascii.isBlank(bytes[end - 1])) {
            end--;
        }
        return end;
    }

    /** The first {@code #} that is not escaped and follows white space or an escaped backslash, or the end. */
    private int findHash(int from, int to) {
        boolean afterEscapedBackslash = false;
        for (int at = from; at < to; at++) {
            byte b = bytes[at];
            if (b == '\\' && at + 1 < to && (bytes[at + 1] == '\\' || bytes[at + 1] == '#')) {
                at++;
                afterEscapedBackslash = bytes[at] == '\\';
                continue;
            }
            if (b == '#') {
                if (at == from || Ascii.isBlank(bytes[at - 1]) || afterEscapedBackslash) {
                    return at;
                }
                badSpacing |= kindAt(Ascii.skipBlanks(bytes, at + 1, to), to).isPresent();
            }
            afterEscapedBackslash = false;
        }
        return to;
    }

    /** Reads a directive or time after the {@code #}; returns false if it is neither and belongs to the description. */
    private boolean readAfterHash(int hash, int to) {
        int word = Ascii.skipBlanks(bytes, hash + 1, to);
        Optional<Directive.Kind> kind = kindAt(word, to);
        if (kind.isPresent()) {
            boolean spaced = word > hash + 1;
            badSpacing |= !spaced;
            if (!spaced && options.directiveForm() == DirectiveForm.SPACED) {
                return false;
            }
            int wordEnd = word;
            while (wordEnd < to && !Ascii.isBlank(bytes[wordEnd])) {
                wordEnd++;
            }
            int reason = Ascii.skipBlanks(bytes, wordEnd, to);
            directive = Optional.of(new Directive(kind.get(), Escapes.unescape(line.text(reason, to))));
            return true;
        }
        return readTime(word, to);
    }

    private Optional<Directive.Kind> kindAt(int at, int to) {
        if (Ascii.startsWithIgnoringCase(bytes, at, to, "skip")) {
            return Optional.of(Directive.Kind.SKIP);
        }
        if (Ascii.startsWithIgnoringCase(bytes, at, to, "todo")) {
            return Optional.of(Directive.Kind.TODO);
        }
        return Optional.empty();
    }

    private boolean readTime(int word, int to) {
        if (!Ascii.startsWith(bytes, word, to, "time=")) {
            return false;
        }
        int from = word + "time=".length();
        int at = from;
        while (at < to && (Ascii.isDigit(bytes[at]) || bytes[at] == '.')) {
            at++;
        }
        boolean known = at > from
                && (at == to
                        || at + 1 == to && bytes[at] == 's'
                        || at + 2 == to && bytes[at] == 'm' && bytes[at + 1] == 's');
        if (known) {
            time = Optional.of(line.text(from, to));
        }
        return known;
    }
}
