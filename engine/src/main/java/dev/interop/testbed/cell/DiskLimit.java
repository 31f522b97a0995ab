package dev.interop.testbed.cell;

import dev.interop.testbed.docker.DiskSpace;
import java.util.Optional;

/**
 * How much each container of a cell may write. A file takes a place on the disk even if it is empty, so files are limited like bytes.
 *
 * @param most the limit
 * @param ofBytes where the limit of bytes comes from
 * @param ofFiles where the limit of files comes from
 */
record DiskLimit(DiskSpace most, String ofBytes, String ofFiles) {
    private static final long MIB = 1L << 20;
    /** What mkfs.ext4 reckons for a file. */
    private static final long BYTES_PER_FILE = 16 << 10;
    /** Any container may write this much, however little is free. */
    private static final DiskSpace LEAST = new DiskSpace(256 * MIB, 256 * MIB / BYTES_PER_FILE);

    /**
     * The limit on a disk.
     *
     * @param bytes the parameter
     * @param free what is free before the containers write, if it is known
     */
    static DiskLimit of(long bytes, Optional<DiskSpace> free) {
        var files = bytes / BYTES_PER_FILE;
        var freeBytes = free.map(DiskSpace::bytes).orElse(Long.MAX_VALUE);
        var freeFiles = free.map(DiskSpace::files).orElse(DiskSpace.ANY_NUMBER);
        var parameter = "the limit of interop.limit.disk";
        return new DiskLimit(
                new DiskSpace(
                        Math.min(bytes, Math.max(LEAST.bytes(), freeBytes / 2)),
                        Math.min(files, Math.max(LEAST.files(), freeFiles / 2))),
                freeBytes / 2 < bytes ? "half of the " + mib(freeBytes) + " that were free" : parameter,
                freeFiles / 2 < files ? "half of the " + freeFiles + " that there was room for" : parameter);
    }

    /** Whether this is more than one container may write. */
    boolean isExceededBy(DiskSpace taken) {
        return taken.bytes() > most.bytes() || taken.files() > most.files();
    }

    /** The text about a container that has written more bytes than it may. */
    Optional<String> overBytes(long inFolders, long inFileSystem) {
        return inFolders + inFileSystem <= most.bytes()
                ? Optional.empty()
                : Optional.of("wrote %s (%s in its folders, %s in its own file system), more than %s, %s"
                        .formatted(
                                mib(inFolders + inFileSystem),
                                mib(inFolders),
                                mib(inFileSystem),
                                mib(most.bytes()),
                                ofBytes));
    }

    /** The text about a container that has made more files than it may. */
    Optional<String> overFiles(long inFolders, long inFileSystem) {
        return inFolders + inFileSystem <= most.files()
                ? Optional.empty()
                : Optional.of("made %s files (%s in its folders, %s in its own file system), more than %s, %s"
                        .formatted(inFolders + inFileSystem, inFolders, inFileSystem, most.files(), ofFiles));
    }

    private static String mib(long bytes) {
        return bytes / MIB + " MiB";
    }
}
