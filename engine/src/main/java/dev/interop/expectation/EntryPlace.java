package dev.interop.expectation;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The lines of an entry.
 *
 * @param file the file, as the user named it
 * @param line its first line, from 1
 * @param lastLine its last line
 */
@API(status = Status.EXPERIMENTAL)
public record EntryPlace(
        @JsonProperty(required = true) String file,
        @JsonProperty(required = true) int line,
        @JsonProperty(required = true) int lastLine) {
    /** The lines in words: {@code line 4}, or {@code lines 4 to 7}. */
    public String lines() {
        return line == lastLine ? "line " + line : "lines " + line + " to " + lastLine;
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
