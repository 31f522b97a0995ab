package dev.interop.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The parameters that say how cells are run, and the limits of each container. */
@API(status = Status.INTERNAL)
public final class ExecutionParameters {
    /** The number of lanes that the address plan has subnets for. */
    private static final int MOST_LANES = 50;

    /** The number of cells that run at a time. */
    public static final Parameter<Integer> LANES = Parameter.of(
                    "interop.lanes",
                    ParameterType.number("number", 1, MOST_LANES),
                    2,
                    "How many cells run at the same time, each on networks of its own.")
            .option("N", "--lanes");
    /** How often a measurement is repeated. */
    public static final Parameter<Integer> REPETITIONS = Parameter.of(
                    "interop.repetitions",
                    ParameterType.number("number", 1, 100),
                    5,
                    "How often each cell of a measurement is run, for mean and standard deviation. Meanwhile no other "
                            + "cell of the run is running.")
            .option("N", "--repetitions");
    /** The seed. */
    public static final Parameter<Long> SEED = Parameter.open(
                    "interop.seed",
                    ParameterType.seed(),
                    "a random one, printed",
                    "All random values are derived from it. The same seed repeats the same losses.")
            .option("S", "--seed");
    /** Whether implementations are probed before the run. */
    public static final Parameter<Boolean> PROBE = Parameter.open(
            "interop.probe",
            ParameterType.flag(),
            "true, unless the protocol says otherwise",
            "Whether each implementation is first probed with a test case that does not exist. Its cells run only if"
                    + " it answers with exit code 127. Roles that do not get a test case's name cannot be probed.");
    /** The folder that caches probe results. */
    public static final Parameter<Path> CACHE = Parameter.open(
            "interop.cache",
            ParameterType.path("folder"),
            "XDG_CACHE_HOME/interop, else ~/.cache/interop",
            "The folder that keeps results of probes, per image and role, and logs of builds.");
    /** Memory limit of a container. */
    public static final Parameter<Integer> MEMORY = Parameter.of(
            "interop.limit.memory", ParameterType.number("MiB", 16, 1 << 20), 1024, "Memory of each container.");
    /** Process limit of a container. */
    public static final Parameter<Integer> PIDS = Parameter.of(
            "interop.limit.pids",
            ParameterType.number("number", 8, 1 << 20),
            512,
            "Processes and threads of each container.");
    /** CPU limit of a container. */
    public static final Parameter<OptionalDouble> CPUS = Parameter.of(
            "interop.limit.cpus",
            ParameterType.fraction("number"),
            OptionalDouble.empty(),
            "Processors of each container, such as 0.5.");
    /** Limit of a container's output that is kept. */
    public static final Parameter<Integer> LOG = Parameter.of(
            "interop.limit.log",
            ParameterType.number("MiB", 1, 1 << 12),
            16,
            "How much of each container's output is kept.");
    /** Limit of the files that are copied out of a container. */
    public static final Parameter<Integer> FILES = Parameter.of(
            "interop.limit.files",
            ParameterType.number("MiB", 1, 1 << 14),
            256,
            "How much of a container's /logs is copied out, and of each capture.");
    /** Limit of the disk that an endpoint may fill. */
    public static final Parameter<Integer> DISK = Parameter.of(
            "interop.limit.disk",
            ParameterType.number("MiB", 256, 1 << 20),
            2048,
            "How much an endpoint may write to its folders and its own file system before it is stopped, and a file for"
                    + " each 16 KiB of that; but never more than half of what is free, if that is above 256 MiB.");

    /** The time limit of a run. */
    public static final Parameter<Duration> RUN_LIMIT = Parameter.open(
                    "interop.limit.run",
                    ParameterType.duration("time, such as 90s, 30m or 2h"),
                    "none",
                    "How long a run may take. Then the cells that run are stopped, the others are skipped, the results so far"
                            + " are written, and the run is an error of the harness.")
            .option("TIME", "--limit");
    /** How many failed cells end a run. */
    public static final Parameter<Integer> FAILURES = Parameter.open(
                    "interop.limit.failures",
                    ParameterType.number("number", 1, 1 << 20),
                    "none",
                    "After how many failed cells no further one is begun. Those that run in other lanes come to their end."
                            + " Each cell is judged before its lane runs the next one.")
            .option("N", "--limit-failures");
    /** Whether the containers of a failed cell stay. */
    public static final Parameter<Boolean> KEEP = Parameter.of(
                    "interop.keep",
                    ParameterType.flag(),
                    false,
                    "Whether the run ends at the first failed cell, and leaves its containers, which have ended, in their"
                            + " closed lane, until `clean --kept`. Notes say how to get into them. Each cell is judged"
                            + " before its lane runs the next one.")
            .flag("--keep", true, "End at the first failed cell, leave its containers, and say how to get into them.");

    static final List<Parameter<?>> ALL = List.of(
            LANES, REPETITIONS, SEED, PROBE, CACHE, MEMORY, PIDS, CPUS, LOG, FILES, DISK, RUN_LIMIT, FAILURES, KEEP);

    private ExecutionParameters() {}
}
