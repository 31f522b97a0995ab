package dev.interop.testbed.docker;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A part of a disk: what is written there, or what is free.
 *
 * @param bytes their number
 * @param files the number of files and folders; {@link #ANY_NUMBER} if the disk has no limit of them
 */
@API(status = Status.INTERNAL)
public record DiskSpace(long bytes, long files) {
    /** More files than any disk has. */
    public static final long ANY_NUMBER = Long.MAX_VALUE;

    /** Nothing. */
    public static final DiskSpace NONE = new DiskSpace(0, 0);
}
