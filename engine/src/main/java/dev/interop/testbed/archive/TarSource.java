package dev.interop.testbed.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A file or folder to be put into an archive.
 *
 * @param path its path, with {@code /} between segments and none at the start
 * @param mode permissions, such as {@code 0644}
 * @param owner user and group id
 * @param size bytes; -1 for a folder
 * @param content opens its content; called once, when the archive reaches it
 */
@API(status = Status.INTERNAL)
public record TarSource(String path, int mode, int owner, long size, Content content) {
    private static final long FOLDER = -1;

    /** A folder. */
    public static TarSource folder(String path, int mode) {
        return new TarSource(path, mode, 0, FOLDER, InputStream::nullInputStream);
    }

    /** A file that everybody may read. */
    public static TarSource file(String path, long size, Content content) {
        return new TarSource(path, 0644, 0, size, content);
    }

    /** A small file that everybody may read. */
    public static TarSource text(String path, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return file(path, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /** The same source with another owner: a user and the group of the same number. */
    public TarSource ownedBy(int id) {
        return new TarSource(path, mode, id, size, content);
    }

    boolean isFolder() {
        return size == FOLDER;
    }

    /** Opens content. */
    public interface Content {
        /**
         * @throws IOException when it cannot be read
         */
        InputStream open() throws IOException;
    }
}
