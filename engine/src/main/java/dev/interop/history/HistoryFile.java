package dev.interop.history;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        var places = new RunPlaces();
        var damage = new ArrayList<String>();
        var json = new ObjectMapper();
        // All at once: a second look at a file that is being written would see another end.
        var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        var number = 0;
        var begin = 0;
        for (var end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', begin)) {
            number++;
            var read = HistoryLine.read(text.substring(begin, end), json);
            if (read.isPresent()) {
                lines.add(read.get());
                places.add(read.get(), number);
            } else {
                damage.add("%s:%s: damaged, and left out".formatted(file, number));
            }
            begin = end + 1;
        }
        // A line without its end is of a run that is writing it, or was killed meanwhile: no damage if it is not whole.
        HistoryLine.read(text.substring(begin), json).ifPresent(lines::add);
        places.gaps().forEach(it -> damage.add("%s:%s".formatted(file, it)));
        return new HistoryFile(lines, damage);
    }

    /** Whether the last run of the file has its end, so that nobody writes it any more. */
    boolean isOver() {
        return !lines.isEmpty() && lines.get(lines.size() - 1) instanceof HistoryLine.End;
    }
}
