package dev.interop.testbed.docker;

import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A container to be created.
 *
 * @param name unique
 * @param image its image's id or reference
 * @param entrypoint its program; empty for the image's
 * @param arguments the arguments of the program; empty for the image's
 * @param user the user of the program; empty for the image's
 * @param env environment variables
 * @param networking its access to the network
 * @param input its standard input
 * @param privilege its capabilities and limits
 * @param memoryBytes memory and swap together
 * @param pids processes and threads
 * @param cpus processors
 * @param labels the labels that it is found by
 * @param folders folders such as {@code /logs} in volumes of their own, which containers that join it share
 */
@API(status = Status.INTERNAL)
public record ContainerSpec(
        String name,
        String image,
        List<String> entrypoint,
        List<String> arguments,
        String user,
        Map<String, String> env,
        Networking networking,
        Input input,
        Privilege privilege,
        long memoryBytes,
        long pids,
        double cpus,
        Map<String, String> labels,
        List<String> folders) {
    public ContainerSpec {
        entrypoint = List.copyOf(entrypoint);
        arguments = List.copyOf(arguments);
        env = Map.copyOf(env);
        labels = Map.copyOf(labels);
        folders = List.copyOf(folders);
    }

    /** A container with the image's arguments and without shared folders. */
    public ContainerSpec(
            String name,
            String image,
            List<String> entrypoint,
            String user,
            Map<String, String> env,
            Networking networking,
            Input input,
            Privilege privilege,
            long memoryBytes,
            long pids,
            double cpus,
            Map<String, String> labels) {
        this(
                name,
                image,
                entrypoint,
                List.of(),
                user,
                env,
                networking,
                input,
                privilege,
                memoryBytes,
                pids,
                cpus,
                labels,
                List.of());
    }

    /** The same container without the permission to lock memory. */
    public ContainerSpec withoutMemoryLock() {
        return new ContainerSpec(
                name,
                image,
                entrypoint,
                arguments,
                user,
                env,
                networking,
                input,
                privilege == Privilege.ENDPOINT_LOCKING_MEMORY ? Privilege.ENDPOINT : privilege,
                memoryBytes,
                pids,
                cpus,
                labels,
                folders);
    }

    /** The standard input of a container. */
    public enum Input {
        /** Empty: a read returns the end of input. */
        NONE,
        /** Open, until the creator of the container closes it or goes away. */
        OPEN
    }

    /** The privileges of a container. */
    public enum Privilege {
        /** An endpoint sets its routes and its interface's offloading. */
        ENDPOINT,
        /** As {@link #ENDPOINT}, and it may lock 64 MiB of memory, as some implementations want. */
        ENDPOINT_LOCKING_MEMORY,
        /** A simulator reads and writes whole packets; its kernel must not forward them past it. */
        SIMULATOR,
        /** A tool needs nothing at all. */
        TOOL
    }
}
