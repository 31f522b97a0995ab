package dev.interop.config;

import dev.interop.config.ParameterType.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The type of parameters whose value is a duration with one unit. */
final class Durations {
    private static final String TEXT = "number with s, m, h or d, such as 10m, or none";
    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,5})([smhd])");
    /** The longest first. */
    private static final List<Map.Entry<String, Duration>> UNITS = List.of(
            Map.entry("d", Duration.ofDays(1)),
            Map.entry("h", Duration.ofHours(1)),
            Map.entry("m", Duration.ofMinutes(1)),
            Map.entry("s", Duration.ofSeconds(1)));

    private Durations() {}

    static ParameterType<Optional<Duration>> orNone(String none) {
        return new ParameterType<>(
                TEXT,
                (key, value) -> value.equals(none) ? Optional.empty() : Optional.of(read(key, value)),
                it -> it.map(Durations::write).orElse(none),
                Kind.PLAIN);
    }

    private static Duration read(String key, String value) {
        var parts = FORM.matcher(value);
        if (!parts.matches()) {
            throw ParameterType.wrong(key, value, TEXT);
        }
        return UNITS.stream()
                .filter(it -> it.getKey().equals(parts.group(2)))
                .findFirst()
                .orElseThrow()
                .getValue()
                .multipliedBy(Long.parseLong(parts.group(1)));
    }

    private static String write(Duration time) {
        return UNITS.stream()
                .filter(it -> time.toSeconds() % it.getValue().toSeconds() == 0)
                .findFirst()
                .map(it -> time.toSeconds() / it.getValue().toSeconds() + it.getKey())
                .orElseThrow();
    }
}
