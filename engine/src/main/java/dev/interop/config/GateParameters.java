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
                    CommaSeparated.files("files, comma-separated, or none"),
                    "expectations.yaml, .yml or .json beside a registry file",
                    "The cells that are known to fail, and do not fail the build, until they pass"
                            + " ([format](expectations.md)). `none`: no file is read.")
            .option("FILE,…", "--expectations");

    static final List<Parameter<?>> ALL = List.of(EXPECTATIONS);

    private GateParameters() {}
}
