package dev.interop.testbed.docker;

import java.io.IOException;
import java.io.InputStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Reads an archive. */
@API(status = Status.INTERNAL)
public interface ArchiveReader {
    /**
     * @param tar the archive; need not be read to its end
     * @throws IOException when it breaks off or cannot be stored
     */
    void read(InputStream tar) throws IOException;
}
