package dev.interop.testbed.archive;

/**
 * How much is taken from an archive.
 *
 * @param fileBytes of one file; a larger one is left out
 * @param totalBytes of all; at this point reading ends
 * @param entries files, folders and whatever else; at this point reading ends
 */
public record ArchiveLimits(long fileBytes, long totalBytes, int entries) {}
