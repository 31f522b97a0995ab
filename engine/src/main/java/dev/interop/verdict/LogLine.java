package dev.interop.verdict;

/**
 * A line of a log.
 *
 * @param where the log and the line
 * @param text the line as far as it can be shown
 */
record LogLine(Location where, String text) {}
