package dev.interop.history;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The content of one file of the history.
 *
 * @param lines the lines that can be read
 * @param damage what cannot be read, in words for the user; usually nothing
 */
record HistoryFile(List<HistoryLine> lines, List<String> damage) {
    /** The end of the names of files in this format. Those of later formats get another number. */
    static final String SUFFIX = ".1.jsonl";

    /** The beginning of the names of files that a {@link Compaction} wrote. */
    static final String GATHERED = "gathered-";

    /** The ends of the names of files in any format. */
    static final Pattern ANY_SUFFIX = Pattern.compile("\\.\\d+\\.jsonl$");

    /**
     * Reads a file. A damaged line costs itself alone.
     *
     * @throws IOException when the file is not there, or cannot be read
     */
    static HistoryFile read(Path file) throws IOException {
        var lines = new ArrayList<HistoryLine>();
        var damage = new ArrayList<String>();
        var json = new ObjectMapper();
        var isWhole = endsWithLine(file);
        // Not Files.newBufferedReader: bytes that are no text must not end the reading.
        try (var in = new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            var number = 0;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                var read = HistoryLine.read(line, json);
                read.ifPresent(lines::add);
                // An incomplete last line is that of a run that is writing it, or was killed meanwhile.
                if (read.isEmpty() && (isWhole || in.ready())) {
                    damage.add("%s:%s: damaged, and left out".formatted(file, number));
                }
            }
        }
        missing(lines)
                .forEach((run, count) ->
                        damage.add("%s: %s cells of the run %s are missing".formatted(file, count, run)));
        return new HistoryFile(lines, damage);
    }

    /** Whether the last run of the file has its end, so that nobody writes it any more. */
    boolean isOver() {
        return !lines.isEmpty() && lines.get(lines.size() - 1) instanceof HistoryLine.End;
    }

    private static boolean endsWithLine(Path file) throws IOException {
        try (var bytes = FileChannel.open(file)) {
            var last = ByteBuffer.allocate(1);
            return bytes.read(last, Math.max(0, bytes.size() - 1)) == 1 && last.get(0) == '\n';
        }
    }

    /** Run → the number of its cells that should be there and are not. A run that is not over has no end. */
    private static Map<String, Integer> missing(List<HistoryLine> lines) {
        var found = new HashMap<String, Integer>();
        var missing = new HashMap<String, Integer>();
        for (var line : lines) {
            if (line instanceof HistoryLine.Cell it) {
                found.merge(it.cell().run(), 1, Integer::sum);
            }
        }
        for (var line : lines) {
            if (line instanceof HistoryLine.End it && it.cells() > found.getOrDefault(it.run(), 0)) {
                missing.put(it.run(), it.cells() - found.getOrDefault(it.run(), 0));
            }
        }
        return missing;
    }
}
