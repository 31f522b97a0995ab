package dev.interop.tap;

import dev.interop.tap.TapOptions.PointForm;

/** Classifies lines. Reads each byte at most once; most lines that are not TAP are recognized by their first byte. */
final class LineClassifier {

    private final PointForm pointForm;

    LineClassifier(PointForm pointForm) {
        this.pointForm = pointForm;
    }

    LineKind classify(Line line) {
        if (line.blank()) {
            return LineKind.BLANK;
        }
        byte[] bytes = line.bytes();
        int from = line.content();
        int to = line.end();
        return switch (bytes[from]) {
            case '#' -> LineKind.COMMENT;
            case 'o' -> isPoint(bytes, from, to) ? LineKind.POINT : LineKind.OTHER;
            case 'n' ->
                Ascii.startsWith(bytes, from, to, "not ") && isPoint(bytes, from + 4, to)
                        ? LineKind.POINT
                        : LineKind.OTHER;
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
                PlanLine.parse(line).isPresent() ? LineKind.PLAN : LineKind.OTHER;
            case 'B', 'b' ->
                Ascii.startsWithIgnoringCase(bytes, from, to, "bail out!") ? LineKind.BAIL_OUT : LineKind.OTHER;
            case 'T', 't' -> VersionLine.parse(line).isPresent() ? LineKind.VERSION : LineKind.OTHER;
            case 'p' -> PragmaLine.matches(line) ? LineKind.PRAGMA : LineKind.OTHER;
            case '-' -> isMarker(line, '-') ? LineKind.YAML_MARKER : LineKind.OTHER;
            case '{' -> to == from + 1 ? LineKind.OPENING_BRACE : LineKind.OTHER;
            case '}' -> to == from + 1 ? LineKind.CLOSING_BRACE : LineKind.OTHER;
            case '\t' -> afterTabs(line);
            default -> LineKind.OTHER;
        };
    }

    /** Whether the line consists of this character three times. */
    static boolean isMarker(Line line, char character) {
        int from = line.content();
        byte[] bytes = line.bytes();
        return line.end() == from + 3
                && bytes[from] == character
                && bytes[from + 1] == character
                && bytes[from + 2] == character;
    }

    /** Classifies a line indented with tabs. Only a comment may be indented with tabs (rule R12). */
    private LineKind afterTabs(Line line) {
        LineKind kind = classify(line.withoutBlanks());
        if (kind == LineKind.COMMENT) {
            return kind;
        }
        return kind.isTap() ? LineKind.TABBED : LineKind.OTHER;
    }

    private boolean isPoint(byte[] bytes, int from, int to) {
        if (!Ascii.startsWith(bytes, from, to, "ok")) {
            return false;
        }
        if (to == from + 2) {
            return true;
        }
        byte next = bytes[from + 2];
        return pointForm == PointForm.WORD_BOUNDARY ? !Ascii.isWord(next) : Ascii.isBlank(next);
    }
}
