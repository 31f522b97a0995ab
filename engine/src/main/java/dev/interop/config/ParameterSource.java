package dev.interop.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A source of parameter values. */
@FunctionalInterface
@API(status = Status.INTERNAL)
public interface ParameterSource {
    /** The value that this source has for {@code parameter}. */
    Optional<String> value(Parameter<?> parameter);

    /** The option that the user gave it by, for messages; empty for its usual name, which depends on the caller. */
    default Optional<String> option(Parameter<?> parameter) {
        return Optional.empty();
    }

    /**
     * The names of all values that are meant as parameters, whether there is such a parameter or not → the place that they
     * were given at. Names of others, which do not begin with {@code interop.}, are left out.
     */
    default Map<String, String> names() {
        return Map.of();
    }

    /** A source that looks into this one first, then into {@code next}. */
    default ParameterSource or(ParameterSource next) {
        var first = this;
        return new ParameterSource() {
            @Override
            public Optional<String> value(Parameter<?> parameter) {
                return first.value(parameter).or(() -> next.value(parameter));
            }

            @Override
            public Optional<String> option(Parameter<?> parameter) {
                return (first.value(parameter).isPresent() ? first : next).option(parameter);
            }

            @Override
            public Map<String, String> names() {
                var names = new HashMap<>(next.names());
                names.putAll(first.names());
                return names;
            }
        };
    }

    /** The caller that gives the values. */
    default Caller caller() {
        return new Caller.Tests();
    }

    /** The same source, with its values given by this caller. */
    default ParameterSource of(Caller caller) {
        var values = this;
        return new ParameterSource() {
            @Override
            public Optional<String> value(Parameter<?> parameter) {
                return values.value(parameter);
            }

            @Override
            public Optional<String> option(Parameter<?> parameter) {
                return values.option(parameter);
            }

            @Override
            public Map<String, String> names() {
                return values.names();
            }

            @Override
            public Caller caller() {
                return caller;
            }
        };
    }

    /** A source that looks up the parameter's key. */
    static ParameterSource byKey(Function<String, Optional<String>> lookup) {
        return parameter -> lookup.apply(parameter.key());
    }

    /**
     * A source that looks up the parameter's key.
     *
     * @param names the keys that it has
     * @param place what its values are, for messages
     */
    static ParameterSource byKey(Function<String, Optional<String>> lookup, Set<String> names, String place) {
        return new ParameterSource() {
            @Override
            public Optional<String> value(Parameter<?> parameter) {
                return lookup.apply(parameter.key());
            }

            @Override
            public Map<String, String> names() {
                return names.stream()
                        .filter(it -> it.startsWith("interop."))
                        .collect(Collectors.toMap(it -> it, it -> place));
            }
        };
    }

    /** A source of properties. */
    static ParameterSource of(Properties properties) {
        return byKey(
                key -> Optional.ofNullable(properties.getProperty(key)),
                properties.stringPropertyNames(),
                "system property");
    }
}
