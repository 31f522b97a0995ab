package dev.interop.tap.yaml;

import dev.interop.tap.YamlContent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The entries of a mapping, read one by one if the text as a whole is not valid YAML. One line that is not, such as a message
 * with a colon and without quotes, does not cost the other ones.
 *
 * @param values the entries that could be read
 * @param unread the lines that could not be read
 */
public record YamlEntries(Map<String, Object> values, List<UnreadLine> unread) {

    private static final int MAX_DEPTH = 8;

    /**
     * A line that is not YAML.
     *
     * @param number the number of the line in the text, from 1
     * @param text the line
     * @param reason why it could not be read
     */
    public record UnreadLine(int number, String text, String reason) {}

    /** Creates entries. */
    public YamlEntries {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        unread = List.copyOf(unread);
    }

    /** Reads a text that should be a mapping. */
    public static YamlEntries read(String yaml) {
        Parts parts = new Parts(new SnakeYamlReader());
        parts.read(List.of(yaml.split("\n", -1)), 1, parts.values, 0);
        return new YamlEntries(parts.values, parts.unread);
    }

    /** Splits a text at the lines with the least indentation. */
    private static final class Parts {

        private final SnakeYamlReader reader;
        private final Map<String, Object> values = new LinkedHashMap<>();
        private final List<UnreadLine> unread = new ArrayList<>();

        Parts(SnakeYamlReader reader) {
            this.reader = reader;
        }

        void read(List<String> lines, int number, Map<String, Object> into, int depth) {
            YamlContent content = reader.read(String.join("\n", lines));
            if (content instanceof YamlContent.Parsed parsed) {
                parsed.value().ifPresent(value -> add(value, lines, number, into));
                return;
            }
            String reason = ((YamlContent.Invalid) content).reason();
            List<Integer> starts = starts(lines);
            if (starts.size() > 1) {
                for (int i = 0; i < starts.size(); i++) {
                    int end = i + 1 < starts.size() ? starts.get(i + 1) : lines.size();
                    read(lines.subList(starts.get(i), end), number + starts.get(i), into, depth);
                }
            } else if (starts.size() == 1 && opensMapping(lines.get(starts.get(0))) && depth < MAX_DEPTH) {
                String key = lines.get(starts.get(0)).strip();
                Map<String, Object> inner = new LinkedHashMap<>();
                int rest = starts.get(0) + 1;
                read(lines.subList(rest, lines.size()), number + rest, inner, depth + 1);
                into.put(key.substring(0, key.length() - 1), inner);
            } else {
                leaveOut(lines, number, reason);
            }
        }

        private void add(Object value, List<String> lines, int number, Map<String, Object> into) {
            if (value instanceof Map<?, ?> map) {
                map.forEach((key, inner) -> into.put(String.valueOf(key), inner));
            } else {
                leaveOut(lines, number, "no mapping");
            }
        }

        private void leaveOut(List<String> lines, int number, String reason) {
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).isBlank()) {
                    unread.add(new UnreadLine(number + i, lines.get(i).strip(), reason));
                }
            }
        }

        /** The indexes of the lines that begin an entry. Items of a list may have the indentation of their key. */
        private static List<Integer> starts(List<String> lines) {
            int least = lines.stream()
                    .filter(line -> !line.isBlank())
                    .mapToInt(Parts::indent)
                    .min()
                    .orElse(0);
            List<Integer> starts = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                boolean isItem = line.strip().startsWith("- ") || line.strip().equals("-");
                if (!line.isBlank() && (starts.isEmpty() || indent(line) == least && !isItem)) {
                    starts.add(i);
                }
            }
            return starts;
        }

        private static boolean opensMapping(String line) {
            String key = line.strip();
            return key.length() > 1
                    && key.endsWith(":")
                    && key.indexOf(':') == key.length() - 1
                    && !key.startsWith("-");
        }

        private static int indent(String line) {
            int indent = 0;
            while (indent < line.length() && line.charAt(indent) == ' ') {
                indent++;
            }
            return indent;
        }
    }
}
