package dev.interop.recording;

import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Something found in the folder where downloads were to appear.
 *
 * @param by whose folder it lies in
 * @param path relative to that folder, with {@code /} between segments
 * @param kind what it is; only a {@link Kind#FILE} can be a download
 * @param size bytes; 0 for what is no file
 * @param sha256 lower-case hex digest of the content; empty for what is no file
 * @param firstDifference offset of the first byte that differs from the served file of the same path, if any
 */
@API(status = Status.EXPERIMENTAL)
public record DownloadedFile(
        ContainerRole by, String path, Kind kind, long size, String sha256, OptionalLong firstDifference) {
    /** What lies there. */
    public enum Kind {
        /** A regular file. */
        FILE,
        /** A symbolic link, which is never followed. */
        SYMLINK,
        /**
         * A device, pipe or something else that no client should leave; also what was not read for its strange name or
         * its size, where the path is a sentence about it.
         */
        OTHER
    }
}
