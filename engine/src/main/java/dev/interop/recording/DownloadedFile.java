package dev.interop.recording;

import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A file system entry in a download folder.
 *
 * @param by the role that owns the download folder
 * @param path relative to that folder, with {@code /} between segments
 * @param kind the kind of entry; only a {@link Kind#FILE} can be a download
 * @param size bytes; 0 unless it is a file
 * @param sha256 lower-case hex digest of the content; empty unless it is a file
 * @param firstDifference offset of the first byte that differs from the served file of the same path, if any
 */
@API(status = Status.EXPERIMENTAL)
public record DownloadedFile(
        ContainerRole by, String path, Kind kind, long size, String sha256, OptionalLong firstDifference) {
    /** The kind of a file system entry. */
    public enum Kind {
        /** A regular file. */
        FILE,
        /** A symbolic link, which is never followed. */
        SYMLINK,
        /**
         * A device, pipe or anything else that no client should create. Also an entry that was not read because of its
         * odd name or its size; its path is then a sentence that explains this.
         */
        OTHER
    }
}
