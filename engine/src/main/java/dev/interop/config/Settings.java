package dev.interop.config;

import dev.interop.UserError;
import dev.interop.plan.Selection;
import dev.interop.plan.Shard;
import dev.interop.protocol.RouteFilter;
import dev.interop.protocol.RunMode;
import dev.interop.verdict.Trust;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The parameters of a run, read and checked.
 *
 * @param registries the registry files; empty for the nearest default one
 * @param protocol the protocol's name
 * @param selection the selected clients, servers, test cases and routes
 * @param runMode the mode in which its test cases run
 * @param replacements implementation → image
 * @param lanes cells at a time
 * @param seed the seed, if one was given
 * @param out the output folder, if one was given
 * @param overwrite whether an earlier run there is replaced
 * @param simulatorImage the simulator
 * @param tsharkImage the dissector
 * @param tools how Interop Engine's own images are found
 * @param pull {@code missing}, {@code always} or {@code never}
 * @param probe whether implementations are probed first; empty for the protocol's default
 * @param cache the folder that caches probe results, if given
 * @param limits of each container
 * @param trust whether the packets or the client's report decide a claimed pass
 * @param subtests whether the results that clients report are shown as tests
 * @param shard the shard of the matrix to run
 * @param caller who gave them
 */
@API(status = Status.INTERNAL)
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
        Shard shard,
        Caller caller) {
    public Settings {
        registries = List.copyOf(registries);
        replacements = Map.copyOf(replacements);
    }

    /** These settings with another number of lanes. */
    public Settings withLanes(int other) {
        return new Settings(
                registries,
                protocol,
                selection,
                runMode,
                replacements,
                other,
                seed,
                out,
                overwrite,
                simulatorImage,
                tsharkImage,
                tools,
                pull,
                probe,
                cache,
                limits,
                trust,
                subtests,
                shard,
                caller);
    }

    /**
     * Resource limits of one container.
     *
     * @param memoryMib memory, MiB
     * @param pids processes and threads
     * @param cpus processors, all if empty
     * @param logMib kept output, MiB
     * @param filesMib files copied out of it, MiB
     * @param diskMib disk that an endpoint may fill, MiB
     */
    public record Limits(int memoryMib, int pids, OptionalDouble cpus, int logMib, int filesMib, int diskMib) {}

    /**
     * The sources of Interop Engine's own images.
     *
     * @param sandboxImage the image of the network sandboxes
     * @param pulled the name to pull them by, with {@code {tool}} in it
     * @param build whether they are built
     * @param ca certificates that builds trust
     * @param base the image that they are built on
     */
    public record Tools(
            String sandboxImage, Optional<String> pulled, boolean build, Optional<Path> ca, Optional<String> base) {}

    /**
     * Reads all parameters.
     *
     * @throws UserError when a value is not of its type
     */
    public static Settings read(ParameterSource source) {
        var values = ParameterValues.of(source);
        return new Settings(
                values.find(Parameter.REGISTRY).orElse(List.of()),
                values.get(Parameter.PROTOCOL),
                new Selection(
                        values.names(Parameter.CLIENTS),
                        values.names(Parameter.SERVERS),
                        values.names(Parameter.TESTS),
                        new RouteFilter(
                                values.find(Parameter.DRAFT),
                                values.find(Parameter.TARGET),
                                values.some(Parameter.RELATION),
                                values.some(Parameter.TRANSPORT),
                                values.some(Parameter.PLACE),
                                values.some(Parameter.ROUTE))),
                new RunMode(values.find(Parameter.SCENARIO).filter(it -> !it.isEmpty()), values.get(Parameter.CASES)),
                values.get(Parameter.REPLACE),
                values.get(Parameter.LANES),
                values.find(Parameter.SEED).map(OptionalLong::of).orElse(OptionalLong.empty()),
                values.find(Parameter.OUT),
                values.get(Parameter.OVERWRITE),
                values.get(Parameter.SIMULATOR),
                values.get(Parameter.TSHARK),
                new Tools(
                        values.get(Parameter.SANDBOX),
                        values.find(Parameter.TOOLS),
                        values.get(Parameter.TOOLS_BUILD),
                        values.find(Parameter.BUILD_CA),
                        values.find(Parameter.BUILD_BASE)),
                values.get(Parameter.PULL),
                values.find(Parameter.PROBE),
                values.find(Parameter.CACHE),
                new Limits(
                        values.get(Parameter.MEMORY),
                        values.get(Parameter.PIDS),
                        values.get(Parameter.CPUS),
                        values.get(Parameter.LOG),
                        values.get(Parameter.FILES),
                        values.get(Parameter.DISK)),
                values.get(Parameter.VERDICT),
                values.get(Parameter.SUBTESTS),
                values.get(Parameter.SHARD),
                source.caller());
    }
}
