package dev.interop.tap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Collects the lines of a YAML block until it is known whether it is closed (rule R10). TAP 14, section "YAML
 * Diagnostics".
 */
final class YamlBlock {

    private static final int FIRST_CAPACITY = 1024;
    private static final int FIRST_LINES = 32;

    private final int limit;
    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int length;
    private int[] ends = new int[FIRST_LINES];
    private long[] offsets = new long[FIRST_LINES];
    private int lines;
    private long firstLine;
    private int indent;
    private boolean open;

    YamlBlock(int limit) {
        this.limit = limit;
    }

    boolean isOpen() {
        return open;
    }

    int indent() {
        return indent;
    }

    int lines() {
        return lines;
    }

    long lineNumber(int index) {
        return firstLine + index;
    }

    long lineOffset(int index) {
        return offsets[index];
    }

    boolean isBlank(int index) {
        return Ascii.skipBlanks(bytes, lineStart(index), ends[index]) == ends[index];
    }

    String lineText(int index) {
        int from = lineStart(index);
        return new String(bytes, from, ends[index] - from, StandardCharsets.UTF_8);
    }

    long malformed(int index, String lineText) {
        return Line.malformed(lineText, bytes, lineStart(index), ends[index]);
    }

    /** All lines, joined by LF. */
    String text() {
        return new String(bytes, 0, length - 1, StandardCharsets.UTF_8);
    }

    long malformed(String text) {
        return Line.malformed(text, bytes, 0, length);
    }

    /** Whether the line belongs to the block: its indentation is the block's or more, or it is blank. */
    boolean takes(Line line) {
        return line.blank() || line.indent() >= indent;
    }

    /** Whether the line is the closing marker. */
    boolean isClosedBy(Line line) {
        return line.indent() == indent && LineClassifier.isMarker(line, '.');
    }

    void open(Line marker) {
        length = 0;
        lines = 0;
        firstLine = marker.number();
        indent = marker.indent();
        open = true;
        append(marker);
    }

    /** Adds a line if the block is not too large; returns whether it was added. */
    boolean append(Line line) {
        int size = line.to() - line.from();
        if (lines > 0 && size + 1 > limit - length) {
            return false;
        }
        ensureRoom(size + 1);
        System.arraycopy(line.bytes(), line.from(), bytes, length, size);
        length += size;
        ends[lines] = length;
        offsets[lines] = line.offset();
        lines++;
        bytes[length++] = '\n';
        return true;
    }

    void close() {
        open = false;
    }

    /** The lines between the markers of a block without their indentation. */
    static String content(String raw, int indent) {
        int at = raw.indexOf('\n') + 1;
        int end = raw.lastIndexOf('\n') + 1;
        StringBuilder content = new StringBuilder(Math.max(0, end - at));
        while (at < end) {
            int next = raw.indexOf('\n', at) + 1;
            content.append(raw, Math.min(at + indent, next - 1), next);
            at = next;
        }
        return content.toString();
    }

    private int lineStart(int index) {
        return index == 0 ? 0 : ends[index - 1] + 1;
    }

    private void ensureRoom(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, (int) Math.min(2L * bytes.length, limit)));
        }
        if (lines == ends.length) {
            ends = Arrays.copyOf(ends, 2 * lines);
            offsets = Arrays.copyOf(offsets, 2 * lines);
        }
    }
}
