package dev.interop.cli;

import dev.interop.ProtocolVersion;
import dev.interop.cli.build.ProvenanceFiles;
import dev.interop.config.MatrixParameters;
import dev.interop.config.ParameterTable;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.Protocols;
import dev.interop.protocol.TestCase;
import dev.interop.recording.Provenance;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Implementation;
import dev.interop.registry.Registry;
import dev.interop.registry.Role;
import dev.interop.run.Matrix;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the implementations and test cases that a matrix can have. */
@Command(
        name = "list",
        description = "List implementations (images, roles, protocols) and test cases.",
        modelTransformer = ParameterOptionsModel.class,
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    private enum What {
        all,
        implementations,
        tests,
        parameters
    }

    @Parameters(
            arity = "0..1",
            defaultValue = "all",
            description = "What to list: ${COMPLETION-CANDIDATES} (default: all but parameters).")
    private What what;

    @Mixin
    private final ParameterOptions options = ParameterOptions.withoutBuilds(
                    MatrixParameters.PROTOCOL, MatrixParameters.REGISTRY, MatrixParameters.EXTRA)
            .byDefault(MatrixParameters.PROTOCOL, "all");

    @Option(
            names = "--json",
            description = "As JSON: test cases or parameters; of implementations the images of the default matrix, for"
                    + " a CI system's jobs.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var protocols = protocol()
                .map(it -> List.of(Protocols.installed().named(it)))
                .orElse(Protocols.installed().all());
        if (json && what == What.tests) {
            out.println(ListJson.tests(protocols));
            return ExitCode.OK;
        }
        if (json && what == What.parameters) {
            out.println(ListJson.parameters());
            return ExitCode.OK;
        }
        if (json) {
            var known = registry();
            out.println(ImageList.of(known.implementations().stream()
                    .filter(Implementation::selected)
                    .filter(this::isListed)
                    .toList()));
            return isSound(known) ? ExitCode.OK : ExitCode.USAGE;
        }
        if (what == What.parameters) {
            parameters(out);
            return ExitCode.OK;
        }
        var sound = what == What.tests || implementations(out);
        if (what != What.implementations) {
            protocols.forEach(it -> tests(out, it));
        }
        return sound ? ExitCode.OK : ExitCode.USAGE;
    }

    private Registry registry() {
        var registry = EntryBuilds.checked(Matrix.registry(options.settings()));
        RegistryNotes.unread(registry, spec.commandLine().getErr());
        return registry;
    }

    /** The only protocol to list; empty for all. */
    private Optional<String> protocol() {
        return options.value(MatrixParameters.PROTOCOL);
    }

    private boolean isListed(Implementation implementation) {
        return protocol().filter(it -> !it.equals(implementation.protocol())).isEmpty();
    }

    /** Lists the implementations and returns whether the registry has no problems. */
    private boolean implementations(PrintWriter out) {
        var known = registry();
        var built = new ProvenanceFiles(ImageSetup.LOGS).read();
        var rows = known.implementations().stream().filter(this::isListed).flatMap(it -> rows(it, built));
        new TextTable(Stream.concat(Stream.of(List.of("IMPLEMENTATION", "PROTOCOL", "ROLES", "VERSION", "IMAGE")), rows)
                        .toList())
                .print(out);
        out.println();
        return isSound(known);
    }

    /** Prints the registry's problems and returns whether there are none. */
    private boolean isSound(Registry known) {
        known.problems().forEach(it -> spec.commandLine().getErr().println("interop: " + it.text()));
        return known.problems().isEmpty();
    }

    /** The rows of an implementation: one for all roles of the same image. */
    private static Stream<List<String>> rows(Implementation implementation, Map<String, Provenance> built) {
        Map<String, List<Role>> byImage = implementation.roles().entrySet().stream()
                .collect(Collectors.groupingBy(
                        it -> place(it.getValue()),
                        TreeMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        return byImage.entrySet().stream()
                .map(it -> List.of(
                        implementation.name(),
                        implementation.protocol(),
                        it.getValue().stream().map(Role::label).collect(Collectors.joining(",")),
                        Optional.ofNullable(built.get(it.getKey()))
                                .map(Provenance::text)
                                .or(implementation::version)
                                .orElse(implementation.draftVersions().stream()
                                        .map(ProtocolVersion::name)
                                        .collect(Collectors.joining(","))),
                        it.getKey()));
    }

    private static String place(Endpoint endpoint) {
        return endpoint.image().orElse(endpoint.remotes().isEmpty() ? "(neither image nor remote)" : "(remote)");
    }

    private static void tests(PrintWriter out, Protocol protocol) {
        var rows = protocol.testCases().stream()
                .map(it -> List.of(
                        it.name() + (it.runsByDefault() ? "" : " *"), protocol.name(), it.letter(), it.description()));
        new TextTable(Stream.concat(Stream.of(List.of("TEST CASE", "PROTOCOL", "LETTER", "WHAT")), rows)
                        .toList())
                .print(out);
        if (!protocol.testCases().stream().allMatch(TestCase::runsByDefault)) {
            out.println("* only if named, or with --tests all");
        }
        out.println();
    }

    private static void parameters(PrintWriter out) {
        var rows = ParameterTable.all().stream()
                .map(it -> List.of(it.key(), it.type().text(), it.defaultText(), it.text()));
        new TextTable(Stream.concat(Stream.of(List.of("PARAMETER", "VALUES", "DEFAULT", "WHAT")), rows)
                        .toList())
                .print(out);
    }
}
