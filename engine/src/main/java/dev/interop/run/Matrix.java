package dev.interop.run;

import dev.interop.NearestName;
import dev.interop.Printable;
import dev.interop.UserError;
import dev.interop.config.ExpectationFiles;
import dev.interop.config.MatrixParameters;
import dev.interop.config.Parameter;
import dev.interop.config.RegistryFiles;
import dev.interop.config.Settings;
import dev.interop.expectation.Expectations;
import dev.interop.expectation.Vocabulary;
import dev.interop.plan.NameFilter;
import dev.interop.plan.Plan;
import dev.interop.plan.Planner;
import dev.interop.plan.Selection;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.Protocols;
import dev.interop.protocol.RunMode;
import dev.interop.protocol.Scenario;
import dev.interop.protocol.TestCase;
import dev.interop.registry.Implementation;
import dev.interop.registry.Mount;
import dev.interop.registry.Registry;
import dev.interop.registry.RegistryReader;
import dev.interop.registry.ReleaseName;
import dev.interop.registry.Releases;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The registry and the plan that a run's settings select. Needs no container engine.
 *
 * @param registry all known implementations
 * @param plan the cells to run
 */
@API(status = Status.INTERNAL)
public record Matrix(Registry registry, Plan plan) {
    /**
     * Reads the registries and plans.
     *
     * @throws UserError when a registry cannot be read, an entry is invalid, a name is unknown, or no cell is left to
     *     run
     */
    public static Matrix read(Settings settings) {
        var whole = whole(settings);
        return new Matrix(whole.registry, settings.cells().shard().of(whole.plan.runnable()));
    }

    /**
     * Like {@link #read}, but for display: the plan may be empty, with the reasons.
     *
     * @throws UserError like {@link #read}, but not if no cell is left to run
     */
    public static Matrix survey(Settings settings) {
        var whole = whole(settings);
        return whole.plan.cells().isEmpty()
                ? whole
                : new Matrix(whole.registry, settings.cells().shard().of(whole.plan));
    }

    private static Matrix whole(Settings settings) {
        var named = Protocols.installed().named(settings.cells().protocol());
        var protocol = inMode(named, settings.cells().runMode());
        if (!names(protocol).equals(names(named))) {
            checkNoneIsNamed(
                    settings.cells().selection().tests(), settings.cells().runMode());
        }
        var routes = settings.cells().selection().routes();
        check(protocol, "transport", MatrixParameters.TRANSPORT, routes.transports(), protocol.transports());
        check(
                protocol,
                "version relation",
                MatrixParameters.RELATION,
                routes.versionRelations(),
                protocol.versionRelations());
        var registry = registry(settings).sound();
        // 48 bits are enough to distinguish runs and short enough to type.
        var seed = settings.cells().seed().orElseGet(() -> new SecureRandom().nextLong() >>> 16);
        var selection = settings.cells().selection().renamed(renamed(settings));
        var plan = plan(registry, protocol, selection, seed, settings.cells().mine());
        var known = Expectations.read(expectations(settings)).naming(vocabulary(registry, named, plan));
        return new Matrix(registry, plan.expecting(known));
    }

    /** The names that entries of expectations can mean; also those of the mode that the plan is for. */
    private static Vocabulary vocabulary(Registry registry, Protocol protocol, Plan plan) {
        return Vocabulary.of(
                Protocols.installed().all().stream().map(Protocol::name).toList(),
                names(registry.playing(protocol.name(), protocol.clientRole())),
                names(registry.playing(protocol.name(), protocol.serverRole())),
                Stream.concat(names(protocol).stream(), names(plan.protocol()).stream())
                        .distinct()
                        .toList(),
                protocol.transports());
    }

    private static List<String> names(List<Implementation> implementations) {
        return implementations.stream().map(Implementation::name).toList();
    }

    private static Plan plan(
            Registry registry, Protocol protocol, Selection selection, long seed, Optional<String> mine) {
        if (mine.isEmpty()) {
            return new Planner().plan(registry, protocol, selection, seed);
        }
        var its = registry.find(protocol.name(), mine.get());
        var with = selection.including(
                mine.get(),
                its.filter(it -> it.plays(protocol.clientRole())).isPresent(),
                its.filter(it -> it.plays(protocol.serverRole())).isPresent());
        return new Planner()
                .plan(registry.selecting(mine.get()), protocol, with, seed)
                .of(mine.get());
    }

    /** The files of expectations of a run. */
    public static List<Path> expectations(Settings settings) {
        return ExpectationFiles.find(settings.gate().expectations(), files(settings));
    }

    private static List<Path> files(Settings settings) {
        return RegistryFiles.find(settings.registries().files(), Path.of(""), settings.caller());
    }

    private static Protocol inMode(Protocol named, RunMode mode) {
        mode.scenario().ifPresent(it -> new Scenario(it).checked(named.scenarios(), MatrixParameters.SCENARIO.key()));
        var protocol = named.as(mode);
        var ignored = protocol.testCases().stream()
                .anyMatch(it -> !protocol.scenario(it).equals(mode.scenario()));
        if (mode.scenario().isPresent() && ignored) {
            throw new UserError("%s: the test cases of %s do not run over another network; leave it out"
                    .formatted(MatrixParameters.SCENARIO.key(), protocol.title()));
        }
        return protocol;
    }

    private static List<String> names(Protocol protocol) {
        return protocol.testCases().stream().map(TestCase::name).toList();
    }

    /** Rejects a selection of test cases in a mode with others: the message "no such test case" would not help. */
    private static void checkNoneIsNamed(NameFilter tests, RunMode mode) {
        if (!tests.words().stream().allMatch(NameFilter.ALL::equals)) {
            var given = mode.settings().entrySet().stream()
                    .map(it -> it.getKey() + "=" + it.getValue())
                    .collect(Collectors.joining(", "));
            throw new UserError("%s '%s': with %s a client runs its whole list; leave %s out to select test cases"
                    .formatted(
                            tests.option(),
                            String.join(",", tests.words()),
                            given,
                            String.join(", ", mode.settings().keySet())));
        }
    }

    /** Checks the words that select routes. A protocol without a choice has nothing that could be left out. */
    private static void check(
            Protocol protocol, String kind, Parameter<?> parameter, Set<String> chosen, List<String> known) {
        if (known.isEmpty()) {
            return;
        }
        for (var it : chosen) {
            if (!known.contains(it)) {
                var nearest = NearestName.of(it, known)
                        .map(name -> "; nearest: " + name)
                        .orElse("; it takes " + String.join(", ", known));
                throw new UserError("%s '%s': no such %s of %s%s"
                        .formatted(parameter.key(), Printable.of(it), kind, protocol.title(), nearest));
            }
        }
    }

    /** Whether a file is a registry of one of the known formats, as far as its content tells. */
    public static boolean isRegistry(Path file) {
        return RegistryReader.isRegistry(file);
    }

    /** Reads the registries without a plan. {@link Registry#problems()} holds the errors of entries. */
    public static Registry registry(Settings settings) {
        var registry = new RegistryReader(
                        Protocols.installed().registrySections(),
                        settings.cells().protocol())
                .read(files(settings), settings.registries().extra());
        var images = new LinkedHashMap<>(settings.registries().replacements());
        for (var release : releases(settings).values()) {
            registry = Releases.replaced(registry, release);
            images.remove(release.name());
        }
        registry = Releases.added(registry, named(settings));
        for (var replacement : images.entrySet()) {
            registry = registry.replacing(replacement.getKey(), replacement.getValue());
        }
        for (var mount : settings.registries().mounts()) {
            registry = registry.mounting(mount);
        }
        return registry;
    }

    /** Implementation → the release of it that takes its place. Another implementation's name is an image's. */
    private static Map<String, ReleaseName> releases(Settings settings) {
        var releases = new TreeMap<String, ReleaseName>();
        settings.registries()
                .replacements()
                .forEach((name, value) -> ReleaseName.parse(value)
                        .filter(it -> it.name().equals(name))
                        .ifPresent(it -> releases.put(name, it)));
        return releases;
    }

    private static Map<String, String> renamed(Settings settings) {
        return releases(settings).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().text()));
    }

    /** All names of implementations in the settings. */
    private static List<String> named(Settings settings) {
        var selection = settings.cells().selection();
        return Stream.of(
                        selection.clients().words(),
                        selection.servers().words(),
                        settings.registries().replacements().keySet(),
                        settings.registries().mounts().stream().map(Mount::name).toList())
                .flatMap(Collection::stream)
                .toList();
    }
}
