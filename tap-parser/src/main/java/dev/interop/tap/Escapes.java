package dev.interop.tap;

/** Escapes {@code #} and backslashes with a backslash. TAP 14, section "Escaping". */
final class Escapes {

    private Escapes() {}

    static String unescape(String text) {
        int first = text.indexOf('\\');
        if (first < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length()).append(text, 0, first);
        for (int at = first; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length() && (text.charAt(at + 1) == '\\' || text.charAt(at + 1) == '#')) {
                at++;
                plain.append(text.charAt(at));
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    static String escape(String text) {
        if (text.indexOf('\\') < 0 && text.indexOf('#') < 0) {
            return text;
        }
        return text.replace("\\", "\\\\").replace("#", "\\#");
    }
}
