package dev.interop;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A pattern of names: {@code *} stands for any characters, {@code ?} for one, everything else for itself.
 *
 * @param text the pattern
 */
@API(status = Status.EXPERIMENTAL)
public record NamePattern(String text) {
    /** Whether a text has a character that stands for others. */
    public static boolean isOne(String text) {
        return text.contains("*") || text.contains("?");
    }

    /** Whether a name fits. */
    public boolean matches(String name) {
        return regex().matcher(name).matches();
    }

    private Pattern regex() {
        return Pattern.compile(
                text.chars().mapToObj(it -> regex((char) it)).collect(Collectors.joining()), Pattern.DOTALL);
    }

    private static String regex(char letter) {
        return switch (letter) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(String.valueOf(letter));
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
