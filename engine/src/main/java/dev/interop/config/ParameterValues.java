package dev.interop.config;

import dev.interop.UserError;
import dev.interop.plan.NameFilter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The values of parameters, read as their types say.
 *
 * @param source where they come from
 */
record ParameterValues(ParameterSource source) {
    /**
     * The values that a source has.
     *
     * @throws UserError when one is given and says nothing, such as a script's empty variable, which is a mistake and not
     *     the default
     */
    static ParameterValues of(ParameterSource source) {
        var values = new ParameterValues(source);
        for (var parameter : Parameter.all()) {
            var isEmpty = source.value(parameter)
                    .filter(it -> it.replace(",", "").isBlank())
                    .isPresent();
            if (isEmpty && !parameter.type().mayBeEmpty()) {
                throw new UserError("%s is empty; it takes %s. Leave it out for the default"
                        .formatted(values.given(parameter), parameter.type().text()));
            }
        }
        return values;
    }

    /** The value, else the default of a parameter that always has one. */
    <T> T get(Parameter<T> parameter) {
        return find(parameter)
                .or(parameter::defaultValue)
                .orElseThrow(() -> new IllegalArgumentException(parameter + " has no default of its own"));
    }

    /** The value, if one is given. */
    <T> Optional<T> find(Parameter<T> parameter) {
        return source.value(parameter).map(it -> parameter.type().read(parameter.key(), it));
    }

    /** The chosen ones; empty for all. */
    <T> Set<T> some(Parameter<Set<T>> parameter) {
        return find(parameter).orElse(Set.of());
    }

    NameFilter names(Parameter<List<String>> parameter) {
        return new NameFilter(given(parameter), find(parameter).orElse(List.of()));
    }

    /** What the user wrote to give it, for messages. */
    private String given(Parameter<?> parameter) {
        return source.option(parameter)
                .or(() -> parameter
                        .option()
                        .filter(it -> parameter.type().isNames())
                        .map(ParameterOption::name))
                .orElse(parameter.key());
    }
}
