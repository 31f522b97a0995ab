package dev.interop.verdict;

/**
 * A line of a log.
 *
 * @param where the log file and the line number
 * @param text the line's printable text, cut at a maximum length
 */
record LogLine(Location where, String text) {}
