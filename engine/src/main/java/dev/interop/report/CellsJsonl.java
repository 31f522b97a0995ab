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
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * {@code cells.jsonl}: a line for each cell, written as it ends, so that an interrupted run keeps its results. Safe for
 * use by several threads.
 */
@API(status = Status.INTERNAL)
public final class CellsJsonl implements Closeable {
    /** Unlike a channel, it stays open when a writing thread is interrupted. */
    private final RandomAccessFile out;

    private CellsJsonl(RandomAccessFile out) {
        this.out = out;
    }

    /**
     * Opens a file for appending; creates it if it does not exist.
     *
     * @throws IOException when it cannot be written
     */
    public static CellsJsonl open(Path file) throws IOException {
        return new CellsJsonl(new RandomAccessFile(file.toFile(), "rw"));
    }

    /**
     * Appends a cell. When this returns, the operating system has the line.
     *
     * @throws IOException when it cannot be written
     */
    public synchronized void append(CellResult cell) throws IOException {
        // A single write for each line: if the process is killed, only the last line can be incomplete.
        var line = (CellLine.write(cell) + "\n").getBytes(StandardCharsets.UTF_8);
        var end = out.length();
        try {
            out.seek(end);
            out.write(line);
        } catch (IOException e) {
            // A full disk may have room for the line's beginning; the next line must not continue it.
            out.setLength(end);
            throw e;
        }
    }

    /** A cell as a line of the file, without the line end. */
    public static String line(CellResult cell) {
        try {
            return CellLine.write(cell);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The cell of a line that {@link #line} made; empty if this version cannot read it. */
    public static Optional<CellResult> cell(String line) {
        try {
            return Optional.of(CellLine.read(line));
        } catch (JsonProcessingException | IllegalArgumentException ofAnotherVersion) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }

    /**
     * Reads the cells of a file. An incomplete last line is ignored.
     *
     * @throws UserError when the file cannot be read or another line is no cell
     */
    public static List<CellResult> read(Path file) {
        var text = text(file);
        var lines = text.split("\n", -1);
        var cells = new ArrayList<CellResult>();
        // The text after the last line end is empty or incomplete.
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

    /**
     * Marks the cells of a finished file. The file is replaced as a whole, so that a reader finds either.
     *
     * @throws IOException when it cannot be written
     */
    public static void mark(Path file, List<PeerMark> marks) throws IOException {
        if (marks.isEmpty()) {
            return;
        }
        var byTest = marks.stream().collect(Collectors.groupingBy(PeerMark::test));
        var marked = new ArrayList<String>();
        for (var line : Files.readAllLines(file)) {
            var cell = CellLine.read(line);
            var own = byTest.getOrDefault(cell.test(), List.of()).stream()
                    .filter(it -> it.includes(cell))
                    .toList();
            marked.add(own.isEmpty() ? line : CellLine.mark(line, own));
        }
        var whole = file.resolveSibling(file.getFileName() + ".marked");
        Files.writeString(whole, String.join("\n", marked) + "\n");
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String text(Path file) {
        try {
            // Not readString: the file may end within a character.
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UserError(file + ": cannot be read; name the folder of a run", e);
        }
    }
}
