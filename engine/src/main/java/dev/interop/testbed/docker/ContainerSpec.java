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
 * @param entrypoint what it runs; empty for what the image says
 * @param arguments of what it runs; empty for what the image says
 * @param user who runs it; empty for whom the image says
 * @param env environment variables
 * @param networking what it sees of the network
 * @param input what its standard input is
 * @param privilege what it may do
 * @param memoryBytes memory and swap together
 * @param pids processes and threads
 * @param cpus processors
 * @param labels what it is found by
 * @param folders such as {@code /logs}: they lie in volumes of their own, which whoever joins it gets too
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

    /** A container whose program gets no arguments but the image's, without folders that others get. */
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

    /** What a container's standard input is. */
    public enum Input {
        /** At its end. */
        NONE,
        /** Open, until whoever made the container ends it or goes away. */
        OPEN
    }

    /** What a container may do. */
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
