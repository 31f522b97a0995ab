package dev.interop;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Makes text of unknown origin (a registry's names, a container's log) fit for one line of a terminal or a report. */
@API(status = Status.INTERNAL)
public final class Printable {
    private Printable() {}

    /**
     * Escapes all characters that a terminal would interpret or that are invisible: control characters, line ends,
     * direction marks and lone surrogates, each in the form {@code \}{@code u001b}.
     */
    public static String of(String text) {
        if (text.codePoints().allMatch(Printable::isHarmless)) {
            return text;
        }
        var out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(it -> {
            if (isHarmless(it)) {
                out.appendCodePoint(it);
            } else {
                out.append("\\u").append(hex(it));
            }
        });
        return out.toString();
    }

    private static String hex(int codePoint) {
        var digits = Integer.toHexString(codePoint);
        return digits.length() <= 4 ? "0".repeat(4 - digits.length()) + digits : "{" + digits + "}";
    }

    private static boolean isHarmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
