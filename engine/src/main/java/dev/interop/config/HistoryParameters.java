package dev.interop.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The parameters that say where results are remembered, and what they are used for. */
@API(status = Status.INTERNAL)
public final class HistoryParameters {
    /** The folder of the history. */
    public static final Parameter<Optional<Path>> HISTORY = Parameter.open(
                    "interop.history",
                    ParameterType.pathOrNone("folder, or none"),
                    "a folder below interop.cache, one for each folder with a registry",
                    "The folder that remembers what each cell came out as in each run, and how long it took; any number of"
                            + " runs may use it at the same time. `none`: nothing is remembered.")
            .option("DIR", "--history");

    /** The age up to which results of earlier runs are reused. */
    public static final Parameter<Optional<Duration>> REUSE = Parameter.of(
                    "interop.reuse",
                    ParameterType.durationOrNone(),
                    Optional.empty(),
                    "A cell that passed, or is not supported, in a run of the history not longer ago than this is not run"
                            + " again if nothing that its result depends on has changed: images, registered environment,"
                            + " test case, network, limits, given seed, and the engine itself. The stored result is"
                            + " reported, and marked. `none`: every cell runs.")
            .option("AGE", "--reuse");
    /** The run since which cells have to have changed. */
    public static final Parameter<String> CHANGED_SINCE = Parameter.open(
                    "interop.changed.since",
                    ParameterType.folderOrWord("a run's folder, when it began, or last"),
                    "every cell runs",
                    "Only cells that were not green in this run of the history, or that depend on something that changed"
                            + " since; the others are skipped. `last`: the newest run with half of the cells.")
            .option("RUN", "--changed-since");
    /** The time in which the run has to end. */
    public static final Parameter<Optional<Duration>> WITHIN = Parameter.of(
                    "interop.within",
                    ParameterType.durationOrNone(),
                    Optional.empty(),
                    "The time for all cells: what changed or was not green runs first, then what has not run for longest."
                            + " A cell that would not end in time, by its earlier runs, is skipped. `none`: all the time"
                            + " that is needed.")
            .option("TIME", "--within");

    static final List<Parameter<?>> ALL = List.of(HISTORY, REUSE, CHANGED_SINCE, WITHIN);

    private HistoryParameters() {}
}
