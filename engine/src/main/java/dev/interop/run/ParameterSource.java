package dev.interop.run;

import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/** Where parameters' values come from. */
@FunctionalInterface
public interface ParameterSource {
    /** The value that this source has for {@code parameter}. */
    Optional<String> value(Parameter parameter);

    /** A source that asks this one first, then {@code next}. */
    default ParameterSource or(ParameterSource next) {
        return parameter -> value(parameter).or(() -> next.value(parameter));
    }

    /** A source that looks up the parameter's key. */
    static ParameterSource byKey(Function<String, Optional<String>> lookup) {
        return parameter -> lookup.apply(parameter.key());
    }

    /** A source of properties. */
    static ParameterSource of(Properties properties) {
        return byKey(key -> Optional.ofNullable(properties.getProperty(key)));
    }
}
