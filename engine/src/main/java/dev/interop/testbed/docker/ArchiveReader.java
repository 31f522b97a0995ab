package dev.interop.testbed.docker;

import java.io.IOException;
import java.io.InputStream;

/** Reads an archive. */
public interface ArchiveReader {
    /**
     * @param tar the archive; need not be read to its end
     * @throws IOException when it breaks off or cannot be stored
     */
    void read(InputStream tar) throws IOException;
}
