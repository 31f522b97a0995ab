package dev.interop.testbed.archive;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How much is taken from an archive.
 *
 * @param fileBytes of one file; a larger one is left out
 * @param totalBytes of all; at this point reading ends
 * @param entries files, folders and whatever else; at this point reading ends
 */
@API(status = Status.INTERNAL)
public record ArchiveLimits(long fileBytes, long totalBytes, int entries) {}
