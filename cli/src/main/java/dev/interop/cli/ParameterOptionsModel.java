package dev.interop.cli;

import dev.interop.config.Parameter;
import dev.interop.config.ParameterOption;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/** Makes the options of a command that mixes in {@link ParameterOptions}. */
final class ParameterOptionsModel implements IModelTransformer {
    @Override
    public CommandSpec transform(CommandSpec command) {
        command.mixins().values().stream()
                .map(CommandSpec::userObject)
                .filter(ParameterOptions.class::isInstance)
                .map(ParameterOptions.class::cast)
                .findFirst()
                .ifPresent(options -> options.offered()
                        .forEach(parameter ->
                                parameter.option().ifPresent(it -> command.addOption(option(options, parameter, it)))));
        return command;
    }

    private static OptionSpec option(ParameterOptions options, Parameter<?> parameter, ParameterOption option) {
        var names = option.names().toArray(String[]::new);
        var spec = OptionSpec.builder(names)
                .description(description(options, parameter, option))
                .userObject(parameter);
        if (option.isFlag()) {
            return spec.type(boolean.class)
                    .arity("0")
                    .setter(setter(options, parameter, option.flagValue()))
                    .build();
        }
        // Only options that collect values may be repeated.
        var type = parameter.type().addsUp() ? String[].class : String.class;
        return spec.type(type)
                .paramLabel(option.label())
                .setter(setter(options, parameter, Optional.empty()))
                .build();
    }

    /** Picocli first sets every option to null. */
    private static ISetter setter(ParameterOptions options, Parameter<?> parameter, Optional<String> flagValue) {
        return new ISetter() {
            @Override
            public <T> T set(T value) {
                if (value instanceof String[] several) {
                    Stream.of(several).forEach(it -> options.put(parameter, it));
                } else if (value != null) {
                    options.put(parameter, flagValue.orElse(String.valueOf(value)));
                }
                return value;
            }
        };
    }

    /** The parameter's text, with quotes instead of backticks around names of values. */
    private static String description(ParameterOptions options, Parameter<?> parameter, ParameterOption option) {
        var shown = options.defaultText(parameter);
        var byDefault = shown.isEmpty() || option.isFlag() ? "" : " (default: " + shown + ")";
        return option.text().orElse(parameter.text()).replace('`', '\'').replace("%", "%%") + byDefault;
    }
}
