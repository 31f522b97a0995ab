package dev.interop.recording;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A file that was put where one side serves it and the other side was asked to fetch it.
 *
 * @param path relative to the serving folder, with {@code /} between segments
 * @param size bytes
 * @param sha256 lower-case hex digest of the content
 */
@API(status = Status.EXPERIMENTAL)
public record ServedFile(String path, long size, String sha256) {
    /** The folder that it lies in, with a {@code /} at its end; empty at the top. */
    String folder() {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }
}
