package dev.interop.config;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The user or tool that gives the parameters of a run. Messages name a parameter as its user writes it. */
@API(status = Status.INTERNAL)
public sealed interface Caller {
    /**
     * A user of the command line, who has its options and commands.
     *
     * @param command the command as the user called it, such as {@code bin/interop}
     */
    record CommandLine(String command) implements Caller {}

    /** A build or an IDE that runs a class as a test, without any command. */
    record Tests() implements Caller {}

    /** How the user names a registry. */
    default String registry() {
        return this instanceof CommandLine ? "--registry" : "interop.registry or @InteropTest(registry = …)";
    }
}
