package dev.interop.testbed.docker;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A command in a running container.
 *
 * @param id its id
 * @param output the stream of its output
 */
@API(status = Status.INTERNAL)
public record Execution(String id, OutputStreaming output) {}
