package dev.interop.recording;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The record of a file that was copied into a container over the one of its image.
 *
 * @param path its path in the container
 * @param sha256 the SHA-256 of its content, in hexadecimal
 */
@API(status = Status.EXPERIMENTAL)
public record MountedRecord(
        @JsonProperty(required = true) String path,
        @JsonProperty(required = true) String sha256) {
    private static final int SHORT = 12;

    /** Short text for display: {@code /usr/bin/client (sha256 1a2b3c4d5e6f)}. */
    @JsonIgnore
    public String text() {
        return "%s (sha256 %s)".formatted(path, sha256.substring(0, Math.min(SHORT, sha256.length())));
    }
}
