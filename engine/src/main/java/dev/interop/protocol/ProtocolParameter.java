package dev.interop.protocol;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A parameter of a run that one protocol has, beside those of every run. It is given and shown like these.
 *
 * @param key {@code interop.PROTOCOL.NAME}
 * @param values the words that it takes
 * @param defaultValue the word that counts if none is given
 * @param text the description for people; words are between backticks
 */
@API(status = Status.EXPERIMENTAL)
public record ProtocolParameter(String key, List<String> values, String defaultValue, String text) {
    public ProtocolParameter {
        values = List.copyOf(values);
        if (!values.contains(defaultValue)) {
            throw new IllegalArgumentException(
                    "parameter '%s' does not take its default '%s'".formatted(key, defaultValue));
        }
    }

    /** A parameter that is either {@code true} or {@code false}. */
    public static ProtocolParameter flag(String key, boolean defaultValue, String text) {
        return new ProtocolParameter(key, List.of("true", "false"), String.valueOf(defaultValue), text);
    }
}
