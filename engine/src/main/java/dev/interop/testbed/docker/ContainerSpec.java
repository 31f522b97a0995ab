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
 * @param labels the labels that it is found by
 * @param program the program that it runs
 * @param networking its access to the network
 * @param privilege its capabilities and limits
 * @param resources its share of the machine
 * @param folders folders such as {@code /logs} in volumes of their own, which containers that join it share; a container that is
 *     no sandbox finds there what its image has
 * @param readable folders that it can read: path → the volume of another container
 */
@API(status = Status.INTERNAL)
public record ContainerSpec(
        String name,
        String image,
        Map<String, String> labels,
        Program program,
        Networking networking,
        Privilege privilege,
        Resources resources,
        List<String> folders,
        Map<String, String> readable) {
    public ContainerSpec {
        labels = Map.copyOf(labels);
        folders = List.copyOf(folders);
        readable = Map.copyOf(readable);
    }

    /** A container that reads no volume of another one. */
    public ContainerSpec(
            String name,
            String image,
            Map<String, String> labels,
            Program program,
            Networking networking,
            Privilege privilege,
            Resources resources,
            List<String> folders) {
        this(name, image, labels, program, networking, privilege, resources, folders, Map.of());
    }

    /** A container without shared folders. */
    public ContainerSpec(
            String name,
            String image,
            Map<String, String> labels,
            Program program,
            Networking networking,
            Privilege privilege,
            Resources resources) {
        this(name, image, labels, program, networking, privilege, resources, List.of());
    }

    /** The same container that can also read volumes of another one. */
    public ContainerSpec reading(Map<String, String> volumes) {
        return new ContainerSpec(name, image, labels, program, networking, privilege, resources, folders, volumes);
    }

    /** The same container without the permission to lock memory. */
    public ContainerSpec withoutMemoryLock() {
        return privilege == Privilege.ENDPOINT_LOCKING_MEMORY
                ? new ContainerSpec(
                        name, image, labels, program, networking, Privilege.ENDPOINT, resources, folders, readable)
                : this;
    }

    /** The privileges of a container. */
    public enum Privilege {
        /** An endpoint sets its routes and its interface's offloading, and is root in its own files. */
        ENDPOINT,
        /** As {@link #ENDPOINT}, and it may lock 64 MiB of memory, as some implementations want. */
        ENDPOINT_LOCKING_MEMORY,
        /** A simulator reads and writes whole packets; its kernel must not forward them past it. */
        SIMULATOR,
        /** A program of the testbed that changes the network of its namespace, and nothing else. */
        NETWORK_ONLY,
        /** The agent of a network sandbox makes namespaces and handles files of any owner. No endpoint's program runs in it. */
        SANDBOX,
        /** As {@link #SANDBOX}, for simulators: the kernel must not forward packets in its own namespace either. */
        SIMULATOR_SANDBOX,
        /** A program of the testbed that looks at files of any owner. */
        READER,
        /** A tool needs nothing at all. */
        TOOL,
        /** As {@link #TOOL}, and it sees the processes of the engine's machine. */
        METER
    }
}
