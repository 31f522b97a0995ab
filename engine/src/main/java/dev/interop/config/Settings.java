package dev.interop.config;

import dev.interop.UserError;
import dev.interop.plan.NameFilter;
import dev.interop.plan.Selection;
import dev.interop.plan.Shard;
import dev.interop.protocol.RouteFilter;
import dev.interop.protocol.RunMode;
import dev.interop.registry.Mount;
import dev.interop.testbed.docker.PullPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The parameters of a run, read and checked.
 *
 * @param registries the registry files and the changes to their entries
 * @param cells the cells to run
 * @param gate which failures are news
 * @param execution how they run
 * @param images the images of the product's own tools
 * @param output where the results go
 * @param history where results are remembered
 * @param caller who gave the parameters
 */
@API(status = Status.INTERNAL)
public record Settings(
        Registries registries,
        Cells cells,
        Gate gate,
        Execution execution,
        Images images,
        Output output,
        Memory history,
        Caller caller) {
    /** These settings with another number of lanes. */
    public Settings withLanes(int other) {
        var lanes = new Execution(
                other,
                execution.repetitions(),
                execution.limits(),
                execution.probe(),
                execution.cache(),
                execution.stops());
        return new Settings(registries, cells, gate, lanes, images, output, history, caller);
    }

    /** These settings without the image of TCP flows, for a run that has none. */
    public Settings withoutIperf() {
        var fewer = new Images(
                images.simulator(), images.sandbox(), images.tshark(), Optional.empty(), images.tools(), images.pull());
        return new Settings(registries, cells, gate, execution, fewer, output, history, caller);
    }

    /**
     * The sources of implementations.
     *
     * @param files the registry files; empty for the nearest default one
     * @param extra the files over them
     * @param replacements implementation → image
     * @param mounts the files of this machine in implementations' containers
     */
    public record Registries(List<Path> files, List<Path> extra, Map<String, String> replacements, List<Mount> mounts) {
        public Registries {
            files = List.copyOf(files);
            extra = List.copyOf(extra);
            replacements = Map.copyOf(replacements);
            mounts = List.copyOf(mounts);
        }
    }

    /**
     * The cells to run.
     *
     * @param protocol the protocol's name
     * @param selection the selected clients, servers, test cases and routes
     * @param runMode the mode in which its test cases run
     * @param shard the shard of the matrix to run
     * @param mine the implementation whose pairs alone are run, if one is named
     * @param seed the seed, if one was given
     */
    public record Cells(
            String protocol,
            Selection selection,
            RunMode runMode,
            Shard shard,
            Optional<String> mine,
            OptionalLong seed) {}

    /**
     * Which failures are news.
     *
     * @param expectations the files of known failing and known flaky cells; empty for those beside the registry
     * @param retries how often a cell that chance decides is run again
     * @param retried the test cases that chance decides; without names, those that say so themselves
     */
    public record Gate(Optional<List<Path>> expectations, int retries, NameFilter retried) {}

    /**
     * How cells are run.
     *
     * @param lanes cells at a time
     * @param repetitions how often each cell of a measurement is run
     * @param limits the limits of each container
     * @param probe whether implementations are probed first; empty for the protocol's default
     * @param cache the folder that caches probe results, if given
     * @param stops what ends the run before all its cells have ended
     */
    public record Execution(
            int lanes, int repetitions, Limits limits, Optional<Boolean> probe, Optional<Path> cache, Stops stops) {}

    /**
     * What ends a run before all its cells have ended.
     *
     * @param limit the time limit, if there is one
     * @param failures the number of failed cells, if there is one
     * @param keep whether the first failed cell does, whose containers are kept
     */
    public record Stops(Optional<Duration> limit, OptionalInt failures, boolean keep) {}

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
     * The images of Interop Engine's own tools.
     *
     * @param simulator the image of the simulator
     * @param sandbox the image of the network sandboxes
     * @param tshark the image of the dissector
     * @param iperf the image of the ends of TCP flows; empty if the run needs none
     * @param tools how they are found where they are not on the machine
     * @param pull when images are pulled
     */
    public record Images(
            String simulator, String sandbox, String tshark, Optional<String> iperf, Tools tools, PullPolicy pull) {}

    /**
     * The sources of Interop Engine's own images.
     *
     * @param pulled the name to pull them by, with {@code {tool}} in it
     * @param build whether they are built
     * @param ca certificates that builds trust
     * @param base the image that they are built on
     */
    public record Tools(Optional<String> pulled, boolean build, Optional<Path> ca, Optional<String> base) {}

    /**
     * Where the results go.
     *
     * @param folder the output folder, if one was given
     * @param overwrite whether runs of earlier builds there are replaced
     * @param build the user's name of the build that the run belongs to, if given
     */
    public record Output(Optional<Path> folder, boolean overwrite, Optional<String> build) {}

    /**
     * Where results are remembered.
     *
     * @param isKept whether they are
     * @param folder the folder, if one was given
     * @param reuse the age up to which results are reused; empty if none are
     * @param changedSince the run since which cells have to have changed; empty for all cells
     * @param within the time for all cells; empty if there is no limit
     */
    public record Memory(
            boolean isKept,
            Optional<Path> folder,
            Optional<Duration> reuse,
            Optional<String> changedSince,
            Optional<Duration> within) {}

    /**
     * Reads all parameters.
     *
     * @throws UserError when a value is not of its type
     */
    public static Settings read(ParameterSource source) {
        var values = ParameterValues.of(source);
        return new Settings(
                new Registries(
                        values.find(MatrixParameters.REGISTRY).orElse(List.of()),
                        values.find(MatrixParameters.EXTRA).orElse(List.of()),
                        values.get(MatrixParameters.REPLACE),
                        values.get(MatrixParameters.MOUNT)),
                new Cells(
                        values.get(MatrixParameters.PROTOCOL),
                        selection(values),
                        new RunMode(
                                values.find(MatrixParameters.SCENARIO).filter(it -> !it.isEmpty()),
                                ofProtocols(values)),
                        values.get(MatrixParameters.SHARD),
                        values.find(MatrixParameters.MINE),
                        values.find(ExecutionParameters.SEED)
                                .map(OptionalLong::of)
                                .orElse(OptionalLong.empty())),
                new Gate(
                        values.find(GateParameters.EXPECTATIONS),
                        values.get(GateParameters.RETRIES),
                        values.names(GateParameters.RETRIED)),
                new Execution(
                        values.get(ExecutionParameters.LANES),
                        values.get(ExecutionParameters.REPETITIONS),
                        limits(values),
                        values.find(ExecutionParameters.PROBE),
                        values.find(ExecutionParameters.CACHE),
                        stops(values)),
                images(values),
                new Output(
                        values.find(OutputParameters.OUT),
                        values.get(OutputParameters.OVERWRITE),
                        values.find(OutputParameters.BUILD)),
                memory(values),
                source.caller());
    }

    private static Selection selection(ParameterValues values) {
        return new Selection(
                values.names(MatrixParameters.CLIENTS),
                values.names(MatrixParameters.SERVERS),
                values.names(MatrixParameters.TESTS),
                new RouteFilter(
                        values.find(MatrixParameters.DRAFT),
                        values.find(MatrixParameters.TARGET),
                        values.some(MatrixParameters.RELATION),
                        values.some(MatrixParameters.TRANSPORT),
                        values.some(MatrixParameters.PLACE),
                        values.some(MatrixParameters.ROUTE)));
    }

    /** The protocols' own parameters that do not have their default. */
    private static Map<String, String> ofProtocols(ParameterValues values) {
        var given = new HashMap<String, String>();
        for (var parameter : ParameterTable.ofProtocols()) {
            values.find(parameter)
                    .filter(it -> !parameter.defaultText().equals(it))
                    .ifPresent(it -> given.put(parameter.key(), it));
        }
        return given;
    }

    private static Stops stops(ParameterValues values) {
        return new Stops(
                values.find(ExecutionParameters.RUN_LIMIT),
                values.find(ExecutionParameters.FAILURES).map(OptionalInt::of).orElse(OptionalInt.empty()),
                values.get(ExecutionParameters.KEEP));
    }

    private static Memory memory(ParameterValues values) {
        var given = values.find(HistoryParameters.HISTORY);
        return new Memory(
                given.isEmpty() || given.get().isPresent(),
                given.flatMap(it -> it),
                values.get(HistoryParameters.REUSE),
                values.find(HistoryParameters.CHANGED_SINCE),
                values.get(HistoryParameters.WITHIN));
    }

    private static Limits limits(ParameterValues values) {
        return new Limits(
                values.get(ExecutionParameters.MEMORY),
                values.get(ExecutionParameters.PIDS),
                values.get(ExecutionParameters.CPUS),
                values.get(ExecutionParameters.LOG),
                values.get(ExecutionParameters.FILES),
                values.get(ExecutionParameters.DISK));
    }

    private static Images images(ParameterValues values) {
        var tools = new Tools(
                values.find(ImageParameters.TOOLS),
                values.get(ImageParameters.TOOLS_BUILD),
                values.find(ImageParameters.BUILD_CA),
                values.find(ImageParameters.BUILD_BASE));
        return new Images(
                values.get(ImageParameters.SIMULATOR),
                values.get(ImageParameters.SANDBOX),
                values.get(ImageParameters.TSHARK),
                Optional.of(values.get(ImageParameters.IPERF)),
                tools,
                values.get(ImageParameters.PULL));
    }
}
