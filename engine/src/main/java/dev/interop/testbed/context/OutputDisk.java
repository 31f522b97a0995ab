package dev.interop.testbed.context;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Writes the output of containers to the disk and to listeners.
 *
 * @param threads write and call listeners, so that slow listeners delay neither containers nor the times of output
 * @param opener opens a new file
 */
@API(status = Status.INTERNAL)
public record OutputDisk(Executor threads, Opener opener) {
    /** Opens a file that is written from its beginning. */
    public interface Opener {
        /**
         * @throws IOException when it cannot be written
         */
        OutputStream open(Path file) throws IOException;
    }

    /** The machine's file system. */
    public static OutputDisk files(Executor threads) {
        return new OutputDisk(threads, Files::newOutputStream);
    }
}
