package dev.interop.tap;

import java.nio.charset.StandardCharsets;

/**
 * Extracts one service's output from a log in which every line starts with the container's name, as {@code docker compose up}
 * prints it: {@code client-1  | ok 1} (rule R21). Such a log is not TAP; use this filter before a {@link TapParser}.
 *
 * <pre>{@code
 * ContainerLogFilter log = new ContainerLogFilter("client", parser::feed);
 * log.feed(bytes);
 * log.finish();
 * parser.finish();
 * }</pre>
 *
 * <p>A line belongs to the service if it starts with an optional colour, the service's name, an optional replica number,
 * blanks and a bar. At most one space after the bar is dropped, so that the indentation of subtests remains. Lines of other
 * services and lines without a prefix are dropped or go to a second receiver. Only the prefix of a line is kept in memory.
 * The parser's line numbers and offsets are those of the service's output.
 */
public final class ContainerLogFilter {

    /** Receives bytes, such as {@code parser::feed}. */
    @FunctionalInterface
    public interface ByteSink {
        /** The bytes are valid during the call only. */
        void accept(byte[] bytes, int offset, int length);
    }

    private final ContainerPrefix prefix;
    private final ByteSink service;
    private final ByteSink others;
    private ContainerPrefix.Match match = ContainerPrefix.Match.OPEN;
    private boolean midLine;

    /** Creates a filter that drops all other lines. */
    public ContainerLogFilter(String service, ByteSink sink) {
        this(service, sink, (bytes, offset, length) -> {});
    }

    /** Creates a filter that passes all other lines unchanged to another receiver. */
    public ContainerLogFilter(String service, ByteSink sink, ByteSink others) {
        if (service.isEmpty()) {
            throw new IllegalArgumentException("the service has no name");
        }
        this.prefix = new ContainerPrefix(service.getBytes(StandardCharsets.UTF_8));
        this.service = sink;
        this.others = others;
    }

    /** Reads more of the log. */
    public void feed(byte[] bytes) {
        feed(bytes, 0, bytes.length);
    }

    /** Reads more of the log: {@code length} bytes from an offset on. */
    public void feed(byte[] bytes, int offset, int length) {
        int to = offset + length;
        int at = offset;
        while (at < to) {
            at = match == ContainerPrefix.Match.OPEN ? readPrefix(bytes, at, to) : passOn(bytes, at, to);
        }
    }

    /** Ends the log, whose last line need not have a line end. */
    public void finish() {
        if (match == ContainerPrefix.Match.OPEN && midLine) {
            match = prefix.atEnd();
            emitPrefix();
        }
    }

    private int readPrefix(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && match == ContainerPrefix.Match.OPEN) {
            match = prefix.read(bytes[at++]);
            midLine = true;
        }
        if (match != ContainerPrefix.Match.OPEN) {
            emitPrefix();
            if (bytes[at - 1] == '\n') {
                startLine();
            }
        }
        return at;
    }

    private void emitPrefix() {
        byte[] kept = match == ContainerPrefix.Match.SERVICE ? prefix.content() : prefix.all();
        sink().accept(kept, 0, kept.length);
    }

    private int passOn(byte[] bytes, int from, int to) {
        int end = from;
        while (end < to && bytes[end] != '\n') {
            end++;
        }
        boolean ends = end < to;
        int next = ends ? end + 1 : end;
        sink().accept(bytes, from, next - from);
        if (ends) {
            startLine();
        }
        return next;
    }

    private ByteSink sink() {
        return match == ContainerPrefix.Match.SERVICE ? service : others;
    }

    private void startLine() {
        prefix.clear();
        match = ContainerPrefix.Match.OPEN;
        midLine = false;
    }
}
