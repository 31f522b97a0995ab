package dev.interop.config;

import dev.interop.UserError;
import dev.interop.plan.NameFilter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The values of parameters, parsed by their types.
 *
 * @param source the source of the values
 */
record ParameterValues(ParameterSource source) {
    /**
     * Parses the values that a source has.
     *
     * @throws UserError when a name is that of no parameter, or a value is given but empty, such as a script's empty variable: a mistake, not a request
     *     for the default
     */
    static ParameterValues of(ParameterSource source) {
        UnknownParameters.refuse(source.names());
        var values = new ParameterValues(source);
        for (var parameter : ParameterTable.all()) {
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

    /** The selected values; empty for all. */
    <T> Set<T> some(Parameter<Set<T>> parameter) {
        return find(parameter).orElse(Set.of());
    }

    NameFilter names(Parameter<List<String>> parameter) {
        return new NameFilter(given(parameter), find(parameter).orElse(List.of()));
    }

    /** The option or key by which the user gave it, for messages. */
    private String given(Parameter<?> parameter) {
        return source.option(parameter)
                .or(() -> parameter
                        .option()
                        .filter(it -> source.caller() instanceof Caller.CommandLine)
                        .filter(it -> parameter.type().isNames())
                        .map(ParameterOption::name))
                .orElse(parameter.key());
    }
}
