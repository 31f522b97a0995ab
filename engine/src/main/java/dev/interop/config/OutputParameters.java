package dev.interop.config;

import java.nio.file.Path;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The parameters that say where the results go. */
@API(status = Status.INTERNAL)
public final class OutputParameters {
    /** The output folder. */
    public static final Parameter<Path> OUT = Parameter.open(
                    "interop.out",
                    ParameterType.path("folder"),
                    "target/interop/TIME",
                    "The folder for results, logs and captures. A folder that holds an earlier run or "
                            + "anything else is refused.")
            .option("DIR", "--out");
    /** Whether an earlier run may be replaced. */
    public static final Parameter<Boolean> OVERWRITE = Parameter.of(
                    "interop.out.overwrite",
                    ParameterType.flag(),
                    false,
                    "Whether runs of earlier builds in the output folder are replaced. Those of this build all stay: "
                            + "each class, rerun and JVM after the first gets a folder beside it (`DIR-2`, `DIR-3`).")
            .flag("--overwrite", true);
    /** The name of the build that the run belongs to. */
    public static final Parameter<String> BUILD = Parameter.open(
            "interop.out.build",
            ParameterType.text("any text"),
            "the process that the build tool runs in",
            "Names the build that a run belongs to, such as by its time, for tools whose daemon runs many builds "
                    + "(Gradle, mvnd).");

    static final List<Parameter<?>> ALL = List.of(OUT, OVERWRITE, BUILD);

    private OutputParameters() {}
}
