package dev.interop.config;

import java.nio.file.Path;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The parameters that say which failures are news. */
@API(status = Status.INTERNAL)
public final class GateParameters {
    /** The files of known failing and known flaky cells. */
    public static final Parameter<List<Path>> EXPECTATIONS = Parameter.open(
                    "interop.expectations",
                    CommaSeparated.filesOrNone("files, comma-separated, or none"),
                    "expectations.yaml, .yml or .json beside a registry file",
                    "The cells that are known to fail, and do not fail the build, until they pass"
                            + " ([format](expectations.md)). `none`: no file is read.")
            .option("FILE,…", "--expectations");

    /** How often cells that chance decides are run again. */
    public static final Parameter<Integer> RETRIES = Parameter.of(
                    "interop.retries",
                    ParameterType.number("number", 0, 20),
                    0,
                    "How often a cell that failed is run again at most, each time with a seed of its own, if packets are lost"
                            + " or altered at random: it passes if half of all attempts pass, and is flaky then.")
            .option("N", "--retries");
    /** The test cases that are run again. */
    public static final Parameter<List<String>> RETRIED = Parameter.open(
            "interop.retries.tests",
            CommaSeparated.names(),
            "those that lose or alter packets at random",
            "The test cases that `interop.retries` is for; `all`: every one.");

    static final List<Parameter<?>> ALL = List.of(EXPECTATIONS, RETRIES, RETRIED);

    private GateParameters() {}
}
