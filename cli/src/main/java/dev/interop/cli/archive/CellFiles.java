package dev.interop.cli.archive;

import dev.interop.UserError;
import dev.interop.testbed.archive.TarSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The files of a recorded cell, in order. Links are left out.
 *
 * @param folder the recording's folder
 * @param files the files, relative to it
 */
@API(status = Status.INTERNAL)
public record CellFiles(Path folder, List<Path> files) {
    public CellFiles {
        files = List.copyOf(files);
    }

    /**
     * Lists the files.
     *
     * @throws UserError when the folder cannot be read
     */
    public static CellFiles in(Path folder) {
        try (var all = Files.walk(folder)) {
            return new CellFiles(
                    folder,
                    all.filter(it -> Files.isRegularFile(it, LinkOption.NOFOLLOW_LINKS))
                            .map(folder::relativize)
                            .sorted()
                            .toList());
        } catch (IOException e) {
            throw new UserError(folder + ": the cell's recording cannot be read: " + e.getMessage(), e);
        }
    }

    /** The files as entries of an archive, below a folder in it. */
    List<TarSource> below(String parent) throws IOException {
        var sources = new ArrayList<TarSource>();
        for (var file : files) {
            var source = folder.resolve(file);
            sources.add(TarSource.file(parent + "/" + file, Files.size(source), () -> Files.newInputStream(source)));
        }
        return sources;
    }
}
