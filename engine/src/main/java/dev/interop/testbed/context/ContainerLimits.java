package dev.interop.testbed.context;

import java.time.Duration;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The limits of one container.
 *
 * @param memoryBytes memory and swap together
 * @param pids processes and threads
 * @param cpus processors, cut down to what the machine has
 * @param outputBytes the kept bytes of each of stdout and stderr; the rest is counted and dropped
 * @param fileBytes the largest single file that is copied out
 * @param folderBytes the most bytes that are copied out of one container
 * @param diskBytes the most bytes that an endpoint may write to its folders and its own file system
 * @param folderEntries the most files and folders that are copied out of one container
 * @param stopGrace the time from the request to end until the container is killed
 */
@API(status = Status.INTERNAL)
public record ContainerLimits(
        long memoryBytes,
        long pids,
        double cpus,
        long outputBytes,
        long fileBytes,
        long folderBytes,
        long diskBytes,
        int folderEntries,
        Duration stopGrace) {
    /** The number of files and folders that are copied out of a container; enough for every known implementation. */
    public static final int MOST_ENTRIES = 20_000;

    /** The time that a container has to end. */
    public static final Duration STOP_GRACE = Duration.ofSeconds(10);

    /** These limits with another limit of kept output. */
    public ContainerLimits withOutputBytes(long bytes) {
        return new ContainerLimits(
                memoryBytes, pids, cpus, bytes, fileBytes, folderBytes, diskBytes, folderEntries, stopGrace);
    }

    /** These limits with another limit of memory. */
    public ContainerLimits withMemoryBytes(long bytes) {
        return new ContainerLimits(
                bytes, pids, cpus, outputBytes, fileBytes, folderBytes, diskBytes, folderEntries, stopGrace);
    }

    /** These limits with another share of the processors. */
    ContainerLimits withCpus(double share) {
        return new ContainerLimits(
                memoryBytes, pids, share, outputBytes, fileBytes, folderBytes, diskBytes, folderEntries, stopGrace);
    }

    /** These limits with another grace. */
    public ContainerLimits withStopGrace(Duration grace) {
        return new ContainerLimits(
                memoryBytes, pids, cpus, outputBytes, fileBytes, folderBytes, diskBytes, folderEntries, grace);
    }

    /** These limits with another limit of written bytes. */
    public ContainerLimits withDiskBytes(long bytes) {
        return new ContainerLimits(
                memoryBytes, pids, cpus, outputBytes, fileBytes, folderBytes, bytes, folderEntries, stopGrace);
    }
}
