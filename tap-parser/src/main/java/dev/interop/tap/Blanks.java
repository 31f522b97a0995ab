package dev.interop.tap;

/** Spaces and tabs in text: the only white space of TAP, while Java's own methods know more. */
final class Blanks {

    private Blanks() {}

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }
}
