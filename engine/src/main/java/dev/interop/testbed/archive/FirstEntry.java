package dev.interop.testbed.archive;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Looks at the first entry of an untrusted archive, which a container engine names after what was asked for. */
@API(status = Status.INTERNAL)
public final class FirstEntry {
    /** Enough for every honest header. */
    private static final int MOST_BYTES = 64 << 10;

    private FirstEntry() {}

    /**
     * Whether it is a folder.
     *
     * @throws IOException when the archive cannot be read
     */
    public static boolean isFolder(InputStream archive) throws IOException {
        try (var tar = new TarArchiveInputStream(new HeadStream(archive, MOST_BYTES))) {
            var entry = tar.getNextEntry();
            return entry != null && entry.isDirectory();
        }
    }
}
