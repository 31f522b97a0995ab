package dev.interop.recording;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A file that one endpoint serves and the other endpoint fetches.
 *
 * @param path relative to the serving folder, with {@code /} between segments
 * @param size bytes
 * @param sha256 lower-case hex digest of the content
 */
@API(status = Status.EXPERIMENTAL)
public record ServedFile(String path, long size, String sha256) {
    /** The path of its parent folder with a trailing {@code /}; empty at the top level. */
    String folder() {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }
}
