package dev.interop;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Makes text of unknown origin (a registry's names, a container's log) fit for one line of a terminal or a report. */
@API(status = Status.INTERNAL)
public final class Printable {
    private Printable() {}

    /**
     * Escapes all characters that a terminal would interpret, that are invisible, or that XML cannot have: control
     * characters, line ends, direction marks, lone surrogates and noncharacters, each in the form {@code \}{@code u001b}.
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

    /** Escapes the same characters except line feeds and tabs, for text of several lines. */
    public static String lines(String text) {
        return text.lines()
                .map(line -> Stream.of(line.split("\t", -1)).map(Printable::of).collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    /** The printable form of a text, cut after this many characters if it is longer, but not within a character. */
    public static String cut(String text, int length) {
        var printable = of(text);
        if (printable.length() <= length) {
            return printable;
        }
        int end = Character.isHighSurrogate(printable.charAt(length - 1)) ? length - 1 : length;
        return printable.substring(0, end) + "…";
    }

    private static String hex(int codePoint) {
        var digits = Integer.toHexString(codePoint);
        return digits.length() <= 4 ? "0".repeat(4 - digits.length()) + digits : "{" + digits + "}";
    }

    private static boolean isHarmless(int codePoint) {
        return !isNoncharacter(codePoint) && isVisible(codePoint);
    }

    /** The two last code points of each plane, and a block of 32 (The Unicode Standard, §23.7). */
    private static boolean isNoncharacter(int codePoint) {
        return (codePoint & 0xfffe) == 0xfffe || codePoint >= 0xfdd0 && codePoint <= 0xfdef;
    }

    private static boolean isVisible(int codePoint) {
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
