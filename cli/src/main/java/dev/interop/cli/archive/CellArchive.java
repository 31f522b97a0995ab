package dev.interop.cli.archive;

import dev.interop.UserError;
import dev.interop.testbed.archive.ArchiveLimits;
import dev.interop.testbed.archive.FolderWriter;
import dev.interop.testbed.archive.HeadStream;
import dev.interop.testbed.archive.TarSource;
import dev.interop.testbed.archive.TarStream;
import dev.interop.testbed.archive.UntrustedArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A file with the recording of one cell and a page about it, to attach to a bug report. */
@API(status = Status.INTERNAL)
public final class CellArchive {
    /** The end of the names of such files. */
    public static final String SUFFIX = ".tar.gz";

    private static final String TOP = "interop-cell";
    private static final String PAGE = "README.md";
    /** The line of the cell in its run's results. */
    private static final String CELLS = "cells.jsonl";

    /** No recording of an honest run is larger; a hostile archive may unpack to no more than that. */
    private static final long MOST_BYTES = 4L << 30;

    private static final int MOST_ENTRIES = 50_000;

    private CellArchive() {}

    /**
     * Writes an archive. It is complete, or not there.
     *
     * @param page the page about the cell
     * @param cellLine the file with the cell's result
     * @param logs the folder of the recording in the archive
     * @throws UserError when the file exists or cannot be written
     */
    public static void write(Path file, String page, Path cellLine, String logs, CellFiles files) {
        if (Files.exists(file)) {
            throw new UserError(file + ": exists; name another file with --file, or remove it");
        }
        try {
            var sources = new ArrayList<TarSource>();
            sources.add(TarSource.text(TOP + "/" + PAGE, page));
            sources.add(TarSource.file(TOP + "/" + CELLS, Files.size(cellLine), () -> Files.newInputStream(cellLine)));
            sources.addAll(files.below(TOP + "/" + logs));
            var part = Files.createTempFile(file.toAbsolutePath().getParent(), ".interop-", SUFFIX);
            try {
                try (var tar = new TarStream(sources);
                        var out = new GZIPOutputStream(Files.newOutputStream(part))) {
                    tar.transferTo(out);
                }
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UserError(file + ": cannot be written: " + e.getMessage(), e).ofEnvironment();
        }
    }

    /**
     * Unpacks an archive, which may come from anybody, into an empty folder.
     *
     * @return a line for each file that was left out
     * @throws UserError when it is no such archive
     */
    public static List<String> unpack(Path file, Path folder) {
        var archive = new UntrustedArchive(new ArchiveLimits(MOST_BYTES, MOST_BYTES, MOST_ENTRIES));
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            archive.read(new HeadStream(in, 2 * MOST_BYTES), new FolderWriter(archive, folder, List.of()));
            return archive.skipped();
        } catch (IOException e) {
            throw new UserError(
                    "%s: is no archive of a cell (%s); name a file that the command archive made, or a folder"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }
}
