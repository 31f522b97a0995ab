package dev.interop.cli.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * An archive's files in a temporary folder, which is deleted when this is closed.
 *
 * @param folder the folder
 * @param leftOut a line for each file that was left out
 */
@API(status = Status.INTERNAL)
public record UnpackedArchive(Path folder, List<String> leftOut) implements AutoCloseable {
    public UnpackedArchive {
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Unpacks an archive.
     *
     * @throws dev.interop.UserError when it is no archive of a cell
     * @throws IOException when no temporary folder can be made
     */
    public static UnpackedArchive of(Path file) throws IOException {
        var folder = Files.createTempDirectory("interop-archive-");
        try {
            return new UnpackedArchive(folder, CellArchive.unpack(file, folder));
        } catch (RuntimeException e) {
            delete(folder);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
