package dev.interop.testbed.docker;

/**
 * A command in a running container.
 *
 * @param id its id
 * @param output the stream of its output
 */
public record Execution(String id, OutputStreaming output) {}
