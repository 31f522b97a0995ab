package dev.interop.cli;

import dev.interop.NearestName;
import dev.interop.Printable;
import dev.interop.UserError;
import dev.interop.config.Parameter;
import dev.interop.config.ParameterSource;
import dev.interop.config.Settings;
import dev.interop.protocol.Protocols;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say what runs; each is a parameter of {@link Parameter}. */
final class MatrixOptions implements ParameterSource {
    /** What chooses among the ways of a pair, and how it is given. */
    private static final Map<Parameter, String> ROUTES = Map.of(
            Parameter.TRANSPORT, "--transport",
            Parameter.DRAFT, "--draft",
            Parameter.TARGET, "--target",
            Parameter.STANDING, "--only",
            Parameter.PLACE, "--place");

    private final Map<Parameter, String> values = new EnumMap<>(Parameter.class);
    private final UserFolder from = UserFolder.of(System.getProperties());

    @Option(
            names = "--protocol",
            paramLabel = "NAME",
            description = "Whose implementations are put against each other (default: quic).")
    void protocol(String value) {
        values.put(Parameter.PROTOCOL, value);
    }

    @Mixin
    private RegistryOption registry;

    @Option(
            names = {"--clients", "--client"},
            paramLabel = "A,B",
            description = "The clients; 'all' for every registered one, '!A' for all but A.")
    void clients(String value) {
        values.put(Parameter.CLIENTS, value);
    }

    @Option(
            names = {"--servers", "--relays", "--relay"},
            paramLabel = "A,B",
            description = "The servers or relays; 'all' for every registered one, '!A' for all but A.")
    void servers(String value) {
        values.put(Parameter.SERVERS, value);
    }

    @Option(
            names = "--tests",
            paramLabel = "a,b",
            description = "The test cases; 'all' for every one, '!a' for all but a.")
    void tests(String value) {
        values.put(Parameter.TESTS, value);
    }

    @Option(names = "--transport", paramLabel = "T", description = "Only this transport: quic or webtransport (MoQT).")
    void transport(String value) {
        values.put(Parameter.TRANSPORT, value);
    }

    @Option(
            names = "--draft",
            paramLabel = "draft-N",
            description = "Only this version, in the place of the newest that both sides know (MoQT).")
    void draft(String value) {
        values.put(Parameter.DRAFT, value);
    }

    @Option(
            names = "--target",
            paramLabel = "draft-N",
            description = "The version that pairs are compared with (MoQT; default: the registry's).")
    void target(String value) {
        values.put(Parameter.TARGET, value);
    }

    @Option(
            names = "--only",
            paramLabel = "at|ahead|behind",
            description = "Only pairs that stand so to the target (MoQT).")
    void only(String value) {
        values.put(Parameter.STANDING, value);
    }

    @Option(
            names = "--place",
            paramLabel = "docker|remote",
            description = "Only servers in containers, or only those that run elsewhere (MoQT).")
    void place(String value) {
        values.put(Parameter.PLACE, value);
    }

    @Option(
            names = "--replace",
            paramLabel = "NAME=IMAGE",
            description = "Use another image for an implementation, such as one just built.")
    void replace(String value) {
        values.merge(Parameter.REPLACE, value, (first, second) -> first + "," + second);
    }

    @Option(names = "--lanes", paramLabel = "N", description = "Cells that run at the same time (default: 2).")
    void lanes(String value) {
        values.put(Parameter.LANES, value);
    }

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Only this part of the matrix, such as 2/5; all parts need the same --seed.")
    void shard(String value) {
        values.put(Parameter.SHARD, value);
    }

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Where all randomness comes from, as an earlier run printed it.")
    void seed(String value) {
        values.put(Parameter.SEED, value);
    }

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where results go (default: a new folder below target/interop).")
    void out(String value) {
        put(Parameter.OUT, value);
    }

    @Option(names = "--overwrite", description = "Replace an earlier run in the output folder.")
    void overwrite(boolean value) {
        values.put(Parameter.OVERWRITE, String.valueOf(value));
    }

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

    private void put(Parameter parameter, String value) {
        switch (parameter) {
            case REGISTRY, OUT, CACHE, BUILD_CA -> values.put(parameter, from.resolveAll(value));
            default -> values.put(parameter, value);
        }
    }

    Map<Parameter, String> values() {
        registry.value().ifPresent(it -> values.put(Parameter.REGISTRY, it));
        return values;
    }

    private Parameter parameter(String key) {
        return Arrays.stream(Parameter.values())
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow(() -> {
                    var known = Arrays.stream(Parameter.values())
                            .map(Parameter::key)
                            .toList();
                    var nearest = NearestName.of(key, known)
                            .map(it -> "; nearest: " + it)
                            .orElse("");
                    return new ParameterException(
                            spec.commandLine(), "-P '%s': no such parameter%s".formatted(key, nearest));
                });
    }

    @Override
    public Optional<String> value(Parameter parameter) {
        return Optional.ofNullable(values().get(parameter));
    }

    /** Clients and servers have several names. */
    @Override
    public Optional<String> option(Parameter parameter) {
        var names = switch (parameter) {
            case CLIENTS -> List.of("--clients", "--client");
            case SERVERS -> List.of("--servers", "--relays", "--relay");
            default -> List.<String>of();
        };
        return spec.commandLine().getParseResult().originalArgs().stream()
                .map(it -> it.replaceFirst("=.*", ""))
                .filter(names::contains)
                .reduce((first, second) -> second);
    }

    /**
     * These options, with the system's properties before them.
     *
     * @throws UserError when one is not understood, or chooses where the protocol has no choice
     */
    Settings settings() {
        var settings = Settings.read(ParameterSource.of(System.getProperties()).or(this));
        var protocol = Protocols.installed().named(settings.protocol());
        if (protocol.transports().isEmpty()) {
            ROUTES.keySet().stream()
                    .sorted()
                    .filter(values::containsKey)
                    .findFirst()
                    .ifPresent(it -> {
                        throw new UserError(
                                "%s '%s': %s has one way from client to server; leave it out, or add --protocol moqt"
                                        .formatted(ROUTES.get(it), Printable.of(values.get(it)), protocol.title()));
                    });
        }
        return settings;
    }
}
