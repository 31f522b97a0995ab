package dev.interop.cli;

import dev.interop.NearestName;
import dev.interop.Printable;
import dev.interop.UserError;
import dev.interop.config.Caller;
import dev.interop.config.Parameter;
import dev.interop.config.ParameterOption;
import dev.interop.config.ParameterSource;
import dev.interop.config.Settings;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.Protocols;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The options that select and configure a run. Each is made from a {@link Parameter}; a command that mixes them in also
 * names {@link MatrixOptionsModel}.
 */
final class MatrixOptions implements ParameterSource {
    /** The parameters that select routes of a pair. */
    private static final List<Parameter<?>> ROUTES =
            List.of(Parameter.TRANSPORT, Parameter.DRAFT, Parameter.TARGET, Parameter.RELATION, Parameter.PLACE);

    private final Map<Parameter<?>, String> values = new HashMap<>();
    private final UserFolder from = UserFolder.of(System.getProperties());

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "-P",
            paramLabel = "interop.NAME=VALUE",
            description = "Any parameter of the reference page, such as -Pinterop.limit.memory=512.")
    void parameter(Map<String, String> given) {
        for (var entry : given.entrySet()) {
            put(parameter(entry.getKey()), entry.getValue());
        }
    }

    /**
     * Sets the value of an option; replaces an earlier value, or is added to it where the parameter collects values.
     */
    void put(Parameter<?> parameter, String value) {
        var meant = parameter.type().isPath() ? from.resolveAll(value) : value;
        if (parameter.type().addsUp()) {
            values.merge(parameter, meant, (first, second) -> first + "," + second);
        } else {
            values.put(parameter, meant);
        }
    }

    /** Sets a command's own default, unless a value is given. */
    void putIfAbsent(Parameter<?> parameter, String value) {
        values.putIfAbsent(parameter, value);
    }

    private Parameter<?> parameter(String key) {
        return Parameter.all().stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow(() -> {
                    var known = Parameter.all().stream().map(Parameter::key).toList();
                    var nearest = NearestName.of(key, known)
                            .map(it -> "; nearest: " + it)
                            .orElse("");
                    return new ParameterException(
                            spec.commandLine(), "-P '%s': no such parameter%s".formatted(key, nearest));
                });
    }

    @Override
    public Optional<String> value(Parameter<?> parameter) {
        return Optional.ofNullable(values.get(parameter));
    }

    /** Returns the name that the user wrote, since clients and servers have several option names. */
    @Override
    public Optional<String> option(Parameter<?> parameter) {
        var names = parameter
                .option()
                .filter(it -> !it.further().isEmpty())
                .map(ParameterOption::names)
                .orElse(List.of());
        return spec.commandLine().getParseResult().originalArgs().stream()
                .map(it -> it.replaceFirst("=.*", ""))
                .filter(names::contains)
                .reduce((first, second) -> second);
    }

    /**
     * These options, with the system's properties before them.
     *
     * @throws UserError when a value is invalid, or selects routes of a protocol that has only one
     */
    Settings settings() {
        RegistryOption.ofDistribution().ifPresent(it -> putIfAbsent(Parameter.REGISTRY, it));
        var settings = Settings.read(
                ParameterSource.of(System.getProperties()).or(this).of(Caller.COMMAND_LINE));
        var protocol = Protocols.installed().named(settings.protocol());
        if (protocol.transports().isEmpty() && !isOneCell()) {
            ROUTES.stream().filter(values::containsKey).findFirst().ifPresent(it -> {
                throw new UserError("%s '%s': %s has one route from client to server; leave it out%s"
                        .formatted(
                                it.option().orElseThrow().name(),
                                Printable.of(values.get(it)),
                                protocol.title(),
                                withRoutes()));
            });
        }
        return settings;
    }

    /** Whether a replay names its one cell, whose version it repeats. */
    private boolean isOneCell() {
        return spec.commandLine().getParseResult().hasMatchedOption(RunCommand.CELL);
    }

    /** The protocols whose routes can be selected. */
    private static String withRoutes() {
        var names = Protocols.installed().all().stream()
                .filter(it -> !it.transports().isEmpty())
                .map(Protocol::name)
                .toList();
        return names.isEmpty() ? "" : ", or add --protocol " + String.join(" or ", names);
    }
}
