package dev.interop.config;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Who gives the parameters of a run. Messages name a parameter as its user writes it. */
@API(status = Status.INTERNAL)
public enum Caller {
    /** A user of the command line, who has its options and commands. */
    COMMAND_LINE,
    /** A build or an IDE that runs a class as a test, without any command. */
    TESTS;

    /** How the user names a registry. */
    String registry() {
        return this == COMMAND_LINE ? "--registry" : "interop.registry or @InteropTest(registry = …)";
    }
}
