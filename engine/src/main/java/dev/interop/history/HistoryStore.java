package dev.interop.history;

import dev.interop.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A folder with the history of runs. Each run writes a file of its own; {@link Compaction} gathers them into one from time
 * to time. Any number of processes can write, read and compact at the same time, and folders of several machines can be
 * copied into one.
 */
@API(status = Status.INTERNAL)
public final class HistoryStore {
    /** The file in the folder of a run that holds its part of the history. */
    private static final String RUN = "history" + HistoryFile.SUFFIX;

    private final Path folder;

    private HistoryStore(Path folder) {
        this.folder = folder;
    }

    /** The history in this folder, which need not exist. */
    public static HistoryStore in(Path folder) {
        return new HistoryStore(folder);
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /**
     * Begins to write a run.
     *
     * @throws IOException when the folder cannot be written
     */
    public RunWriter write(RunEntry run) throws IOException {
        Files.createDirectories(folder);
        var time = run.started().toString().replace(":", "-");
        return RunWriter.open(folder.resolve(time + "-" + unique() + HistoryFile.SUFFIX), run);
    }

    /**
     * Begins to write a run into its own folder, from where {@link #runIn} reads it.
     *
     * @throws IOException when the folder cannot be written
     */
    public static RunWriter writeIn(Path runFolder, RunEntry run) throws IOException {
        return RunWriter.open(runFolder.resolve(RUN), run);
    }

    /** What a run wrote into its own folder; a history of one run, or of none. */
    public static History runIn(Path runFolder) {
        var history = new History.Builder();
        try {
            history.add(HistoryFile.read(runFolder.resolve(RUN)));
        } catch (NoSuchFileException e) {
            return History.none();
        } catch (IOException e) {
            history.damaged(runFolder.resolve(RUN) + ": cannot be read (" + e + ")");
        }
        return history.build();
    }

    /**
     * Reads all runs. Damage costs the damaged part alone, and {@link History#damage} tells it.
     *
     * @throws UserError when the folder cannot be read
     */
    public History read() {
        try {
            return new FolderReading(() -> files(folder, ".jsonl")).read();
        } catch (NotDirectoryException e) {
            throw new UserError(folder + ": is no folder; name another one with interop.history", e);
        } catch (IOException e) {
            throw new UserError(
                    folder + ": the history cannot be read (" + e + "); name another folder with interop.history", e);
        }
    }

    /**
     * Gathers the files of past runs into one if there are many of them, and leaves out what is old.
     *
     * @throws IOException when the folder cannot be written; nothing is lost then
     */
    public void compactIfLarge() throws IOException {
        Compaction.of(folder).ifLarge();
    }

    /**
     * Gathers the files of past runs into one.
     *
     * @return the number of files that were gathered; 0 if fewer than two can be
     * @throws IOException when the folder cannot be written; nothing is lost then
     */
    public int compact() throws IOException {
        return Compaction.of(folder).now();
    }

    /** The files of this kind in a folder, in order; none if there is no folder. */
    static List<Path> files(Path folder, String suffix) throws IOException {
        if (Files.notExists(folder)) {
            return new ArrayList<>();
        }
        try (var files = Files.list(folder)) {
            return new ArrayList<>(
                    files.filter(it -> it.toString().endsWith(suffix)).sorted().toList());
        }
    }

    static String unique() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
