package dev.interop.cli;

import dev.interop.NearestName;
import dev.interop.Printable;
import dev.interop.UserError;
import dev.interop.config.MatrixParameters;
import dev.interop.config.Parameter;
import dev.interop.config.ParameterOption;
import dev.interop.config.ParameterTable;
import dev.interop.config.Settings;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.Protocols;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that select and configure a run: one for each parameter that has an option. */
final class MatrixOptions extends ParameterOptions {
    /** The parameters that select routes of a pair. */
    private static final List<Parameter<?>> ROUTES = List.of(
            MatrixParameters.TRANSPORT,
            MatrixParameters.DRAFT,
            MatrixParameters.TARGET,
            MatrixParameters.RELATION,
            MatrixParameters.PLACE,
            MatrixParameters.ROUTE);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    MatrixOptions() {
        super(ParameterTable.common());
    }

    @Option(
            names = "-P",
            paramLabel = "interop.NAME=VALUE",
            description = "Any parameter of the reference page, such as -Pinterop.limit.memory=512.")
    void parameter(Map<String, String> given) {
        for (var entry : given.entrySet()) {
            put(parameter(entry.getKey()), entry.getValue());
        }
    }

    private Parameter<?> parameter(String key) {
        return ParameterTable.all().stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow(() -> {
                    var known =
                            ParameterTable.all().stream().map(Parameter::key).toList();
                    var nearest = NearestName.of(key, known)
                            .map(it -> "; nearest: " + it)
                            .orElse("");
                    return new ParameterException(
                            spec.commandLine(), "-P '%s': no such parameter%s".formatted(key, nearest));
                });
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
    @Override
    Settings settings() {
        var settings = super.settings();
        var protocol = Protocols.installed().named(settings.cells().protocol());
        if (protocol.transports().isEmpty() && !isOneCell()) {
            ROUTES.stream().filter(it -> value(it).isPresent()).findFirst().ifPresent(it -> {
                throw new UserError("%s '%s': %s has one route from client to server; leave it out%s"
                        .formatted(
                                it.option().orElseThrow().name(),
                                Printable.of(value(it).orElseThrow()),
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
