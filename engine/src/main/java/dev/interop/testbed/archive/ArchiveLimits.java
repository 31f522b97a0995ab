package dev.interop.testbed.archive;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The limits of what is stored from an archive.
 *
 * @param fileBytes the largest file; a larger one is left out
 * @param totalBytes the size of all files; reading ends there
 * @param entries the number of files, folders and other entries; reading ends there
 */
@API(status = Status.INTERNAL)
public record ArchiveLimits(long fileBytes, long totalBytes, int entries) {
    /** How far below the folder an entry may be; deeper ones are left out. A path has to fit into the system's limits. */
    public static final int MOST_LEVELS = 64;

    /** The longest path below the folder, in bytes, for the same reason. */
    public static final int LONGEST_PATH = 3_000;
}
