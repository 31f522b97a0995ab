package dev.interop.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.interop.Printable;
import dev.interop.UserError;
import dev.interop.result.CellResult;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * {@code cells.jsonl}: a line for each cell, written as it ends, so that a run that is cut short leaves what it had.
 * Safe for use by several threads.
 */
@API(status = Status.INTERNAL)
public final class CellsJsonl implements Closeable {
    /** Unlike a channel, it stays open when a thread that writes is interrupted. */
    private final RandomAccessFile out;

    private CellsJsonl(RandomAccessFile out) {
        this.out = out;
    }

    /**
     * Opens a file to append to; makes it if there is none.
     *
     * @throws IOException when it cannot be written
     */
    public static CellsJsonl open(Path file) throws IOException {
        return new CellsJsonl(new RandomAccessFile(file.toFile(), "rw"));
    }

    /**
     * Appends a cell; when this returns, the line is with the operating system.
     *
     * @throws IOException when it cannot be written
     */
    public synchronized void append(CellResult cell) throws IOException {
        // One write a line, so that a kill leaves whole lines but for the last.
        var line = (CellLine.write(cell) + "\n").getBytes(StandardCharsets.UTF_8);
        var end = out.length();
        try {
            out.seek(end);
            out.write(line);
        } catch (IOException e) {
            // A full disk may take the line's beginning; the next one must not be glued to it.
            out.setLength(end);
            throw e;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }

    /**
     * Reads the cells of a file. A last line that was cut is left out.
     *
     * @throws UserError when the file cannot be read or another line is no cell
     */
    public static List<CellResult> read(Path file) {
        var text = text(file);
        var lines = text.split("\n", -1);
        var cells = new ArrayList<CellResult>();
        // What stands behind the last line end was cut, or is nothing.
        for (int i = 0; i < lines.length - 1; i++) {
            if (lines[i].isBlank()) {
                continue;
            }
            try {
                cells.add(CellLine.read(lines[i]));
            } catch (JsonProcessingException e) {
                throw new UserError(
                        "%s:%s: not JSON: %s".formatted(file, i + 1, Printable.of(e.getOriginalMessage())), e);
            } catch (IllegalArgumentException e) {
                throw new UserError(
                        "%s:%s: no cell that this version can read: %s"
                                .formatted(file, i + 1, Printable.of(e.getMessage())),
                        e);
            }
        }
        return cells;
    }

    private static String text(Path file) {
        try {
            // Not readString: the cut may be within a character.
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UserError(file + ": cannot be read; name the folder of a run", e);
        }
    }
}
