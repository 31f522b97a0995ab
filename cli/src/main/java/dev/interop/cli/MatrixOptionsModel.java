package dev.interop.cli;

import dev.interop.config.Parameter;
import dev.interop.config.ParameterOption;
import java.util.stream.Stream;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/** Adds an option for each parameter to a command that mixes in {@link MatrixOptions}. */
final class MatrixOptionsModel implements IModelTransformer {
    @Override
    public CommandSpec transform(CommandSpec command) {
        command.mixins().values().stream()
                .map(CommandSpec::userObject)
                .filter(MatrixOptions.class::isInstance)
                .map(MatrixOptions.class::cast)
                .findFirst()
                .ifPresent(options -> Parameter.all()
                        .forEach(parameter ->
                                parameter.option().ifPresent(it -> command.addOption(option(options, parameter, it)))));
        return command;
    }

    private static OptionSpec option(MatrixOptions options, Parameter<?> parameter, ParameterOption option) {
        var names = option.names().toArray(String[]::new);
        var spec = OptionSpec.builder(names).description(description(parameter));
        if (option.isFlag()) {
            return spec.type(boolean.class)
                    .arity("0")
                    .setter(setter(options, parameter))
                    .build();
        }
        // Only options that collect values may be repeated.
        var type = parameter.type().addsUp() ? String[].class : String.class;
        return spec.type(type)
                .paramLabel(option.label())
                .setter(setter(options, parameter))
                .build();
    }

    /** Picocli first sets every option to null. */
    private static ISetter setter(MatrixOptions options, Parameter<?> parameter) {
        return new ISetter() {
            @Override
            public <T> T set(T value) {
                if (value instanceof String[] several) {
                    Stream.of(several).forEach(it -> options.put(parameter, it));
                } else if (value != null) {
                    options.put(parameter, String.valueOf(value));
                }
                return value;
            }
        };
    }

    /** The parameter's text, with quotes instead of backticks around names of values. */
    private static String description(Parameter<?> parameter) {
        var byDefault = parameter.defaultText().isEmpty() ? "" : " (default: " + parameter.defaultText() + ")";
        return parameter.text().replace('`', '\'').replace("%", "%%") + byDefault;
    }
}
