package dev.interop.config;

import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
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
        };
    }

    /** Who gives the values. */
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
            public Caller caller() {
                return caller;
            }
        };
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
