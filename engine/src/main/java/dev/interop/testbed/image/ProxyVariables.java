package dev.interop.testbed.image;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The environment's proxies as build arguments. Programs read one spelling or the other, so a build gets both. Docker
 * knows these arguments without an ARG line and keeps them out of the image and its history.
 */
final class ProxyVariables {
    private static final List<String> NAMES = List.of("http_proxy", "https_proxy", "no_proxy", "all_proxy");

    private ProxyVariables() {}

    /** The proxies of this environment, each in both spellings. */
    static Map<String, String> of(Map<String, String> environment) {
        var variables = new LinkedHashMap<String, String>();
        for (var lower : NAMES) {
            var upper = lower.toUpperCase(Locale.ROOT);
            var asLower = value(environment, lower);
            var asUpper = value(environment, upper);
            asLower.or(() -> asUpper).ifPresent(it -> variables.put(lower, it));
            asUpper.or(() -> asLower).ifPresent(it -> variables.put(upper, it));
        }
        return variables;
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(it -> !it.isBlank());
    }
}
