package dev.interop.config;

import dev.interop.UserError;
import dev.interop.plan.NameFilter;
import dev.interop.plan.Seeds;
import dev.interop.plan.Selection;
import dev.interop.plan.Shard;
import dev.interop.protocol.RouteFilter;
import dev.interop.protocol.RouteFilter.Place;
import dev.interop.protocol.RunMode;
import dev.interop.protocol.RunMode.Cases;
import dev.interop.protocol.VersionRelation;
import dev.interop.verdict.Trust;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The parameters of a run, read and checked.
 *
 * @param registries the registry files; empty for the nearest default one
 * @param protocol the protocol's name
 * @param selection which part of the matrix
 * @param runMode how its test cases are to be run
 * @param replacements implementation → image
 * @param lanes cells at a time
 * @param seed the seed, if one was given
 * @param out the output folder, if one was given
 * @param overwrite whether an earlier run there is replaced
 * @param simulatorImage the simulator
 * @param tsharkImage the dissector
 * @param tools how the engine's own images are found
 * @param pull {@code missing}, {@code always} or {@code never}
 * @param probe whether the compliance probe is made; empty for what the protocol says
 * @param cache where probes are remembered, if said
 * @param limits of each container
 * @param trust whose word counts where a client claims a pass
 * @param subtests whether what clients report while they run is shown as tests
 * @param shard which part of the matrix runs here
 */
public record Settings(
        List<Path> registries,
        String protocol,
        Selection selection,
        RunMode runMode,
        Map<String, String> replacements,
        int lanes,
        OptionalLong seed,
        Optional<Path> out,
        boolean overwrite,
        String simulatorImage,
        String tsharkImage,
        Tools tools,
        String pull,
        Optional<Boolean> probe,
        Optional<Path> cache,
        Limits limits,
        Trust trust,
        boolean subtests,
        Shard shard) {
    /** The most lanes that the address plan has. */
    public static final int MAX_LANES = 64;

    private static final String[] TRANSPORTS = {"quic", "webtransport"};

    public Settings {
        registries = List.copyOf(registries);
        replacements = Map.copyOf(replacements);
    }

    /**
     * What one container may use.
     *
     * @param memoryMib memory, MiB
     * @param pids processes and threads
     * @param cpus processors, all if empty
     * @param logMib output that is kept, MiB
     * @param filesMib what is copied out of it, MiB
     */
    public record Limits(int memoryMib, int pids, OptionalDouble cpus, int logMib, int filesMib) {}

    /**
     * How the engine's own images are found.
     *
     * @param sandboxImage the image of the network sandboxes
     * @param pulled the name that they are pulled by, with {@code {tool}} in it
     * @param build whether they are built
     * @param ca certificates that builds trust
     * @param base what they are made from
     */
    public record Tools(
            String sandboxImage, Optional<String> pulled, boolean build, Optional<Path> ca, Optional<String> base) {}

    /**
     * Reads all parameters.
     *
     * @throws UserError when a value is not of its type
     */
    public static Settings read(ParameterSource source) {
        var values = new Values(source);
        values.checkNoneIsEmpty();
        return new Settings(
                values.list(Parameter.REGISTRY).stream().map(Path::of).toList(),
                values.text(Parameter.PROTOCOL).orElse("quic"),
                new Selection(
                        values.names(Parameter.CLIENTS),
                        values.names(Parameter.SERVERS),
                        values.names(Parameter.TESTS),
                        new RouteFilter(
                                values.text(Parameter.DRAFT),
                                values.text(Parameter.TARGET),
                                values.some(Parameter.STANDING, VersionRelation.values(), VersionRelation::label),
                                values.some(Parameter.TRANSPORT, TRANSPORTS, Function.identity()),
                                values.some(
                                        Parameter.PLACE,
                                        Place.values(),
                                        it -> it.name().toLowerCase(Locale.ROOT)))),
                new RunMode(
                        values.text(Parameter.SCENARIO).filter(it -> !it.isEmpty()),
                        values.oneOf(Parameter.CASES, "each", "all").equals("all") ? Cases.ALL : Cases.EACH),
                values.pairs(Parameter.REPLACE),
                values.number(Parameter.LANES, 2, 1, MAX_LANES),
                values.text(Parameter.SEED)
                        .map(Seeds::parse)
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty()),
                values.text(Parameter.OUT).map(Path::of),
                values.flag(Parameter.OVERWRITE, false),
                values.text(Parameter.SIMULATOR).orElse(Parameter.SIMULATOR.defaultText()),
                values.text(Parameter.TSHARK).orElse(Parameter.TSHARK.defaultText()),
                new Tools(
                        values.text(Parameter.SANDBOX).orElse(Parameter.SANDBOX.defaultText()),
                        values.text(Parameter.TOOLS),
                        values.flag(Parameter.TOOLS_BUILD, true),
                        values.text(Parameter.BUILD_CA).map(Path::of),
                        values.text(Parameter.BUILD_BASE)),
                values.oneOf(Parameter.PULL, "missing", "always", "never"),
                values.text(Parameter.PROBE).map(it -> values.flag(Parameter.PROBE, true)),
                values.text(Parameter.CACHE).map(Path::of),
                new Limits(
                        values.number(Parameter.MEMORY, 1024, 16, 1 << 20),
                        values.number(Parameter.PIDS, 512, 8, 1 << 20),
                        values.fraction(Parameter.CPUS),
                        values.number(Parameter.LOG, 16, 1, 1 << 12),
                        values.number(Parameter.FILES, 256, 1, 1 << 14)),
                values.oneOf(Parameter.VERDICT, "wire", "tap").equals("wire") ? Trust.WIRE : Trust.CLIENT,
                values.flag(Parameter.SUBTESTS, true),
                values.text(Parameter.SHARD).map(Shard::parse).orElse(Shard.WHOLE));
    }

    private record Values(ParameterSource source) {
        Optional<String> text(Parameter parameter) {
            return source.value(parameter).map(String::strip);
        }

        List<String> list(Parameter parameter) {
            return text(parameter).stream()
                    .flatMap(it -> Arrays.stream(it.split(",")))
                    .map(String::strip)
                    .filter(Predicate.not(String::isEmpty))
                    .toList();
        }

        <T> Set<T> some(Parameter parameter, T[] known, Function<T, String> label) {
            var chosen = new LinkedHashSet<T>();
            for (var word : list(parameter)) {
                chosen.add(Arrays.stream(known)
                        .filter(it -> label.apply(it).equals(word))
                        .findFirst()
                        .orElseThrow(() -> wrong(parameter, word)));
            }
            return chosen;
        }

        NameFilter names(Parameter parameter) {
            return NameFilter.parse(option(parameter), text(parameter).orElse(""));
        }

        /** What is given and says nothing, such as a script's empty variable, is a mistake and not the default. */
        void checkNoneIsEmpty() {
            for (var parameter : Parameter.values()) {
                var empty = text(parameter).filter(it -> it.replace(",", "").isBlank());
                // Without a scenario client and relay meet directly, which a later source may want in an earlier's
                // place.
                if (empty.isPresent() && parameter != Parameter.SCENARIO) {
                    throw new UserError("%s is empty; it takes %s. Leave it out for the default"
                            .formatted(option(parameter), parameter.type()));
                }
            }
        }

        private String option(Parameter parameter) {
            return source.option(parameter).orElseGet(() -> switch (parameter) {
                case CLIENTS -> "--clients";
                case SERVERS -> "--servers";
                case TESTS -> "--tests";
                default -> parameter.key();
            });
        }

        Map<String, String> pairs(Parameter parameter) {
            var pairs = new LinkedHashMap<String, String>();
            for (var pair : list(parameter)) {
                var equals = pair.indexOf('=');
                if (equals <= 0 || equals == pair.length() - 1) {
                    throw wrong(parameter, pair);
                }
                pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
            return pairs;
        }

        int number(Parameter parameter, int byDefault, int least, int most) {
            var text = text(parameter);
            if (text.isEmpty()) {
                return byDefault;
            }
            try {
                var number = Integer.parseInt(text.get());
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw wrong(parameter, text.get());
            }
            throw new UserError(
                    "%s: '%s' is not between %d and %d".formatted(parameter.key(), text.get(), least, most));
        }

        OptionalDouble fraction(Parameter parameter) {
            var text = text(parameter).filter(it -> !it.equals("all"));
            if (text.isEmpty()) {
                return OptionalDouble.empty();
            }
            try {
                var number = Double.parseDouble(text.get());
                if (number > 0 && number <= 1024) {
                    return OptionalDouble.of(number);
                }
            } catch (NumberFormatException e) {
                throw wrong(parameter, text.get());
            }
            throw wrong(parameter, text.get());
        }

        boolean flag(Parameter parameter, boolean byDefault) {
            return switch (text(parameter).orElse(String.valueOf(byDefault))) {
                case "true" -> true;
                case "false" -> false;
                default -> throw wrong(parameter, text(parameter).orElse(""));
            };
        }

        String oneOf(Parameter parameter, String... values) {
            var text = text(parameter).orElse(values[0]);
            if (!List.of(values).contains(text)) {
                throw wrong(parameter, text);
            }
            return text;
        }

        private static UserError wrong(Parameter parameter, String value) {
            return new UserError(
                    "%s: '%s' is not understood; it takes %s".formatted(parameter.key(), value, parameter.type()));
        }
    }
}
