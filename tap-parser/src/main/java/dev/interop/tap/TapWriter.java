package dev.interop.tap;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes the events of a parser or a document as TAP 14.
 *
 * <p>The output has the same points as the input, in the form that the specification requires of producers: the version first,
 * escapes, subtests before their points, YAML indented by two blanks. Lines that are not TAP and subtests without a line, which
 * the specification does not have, are left out. A bail-out is written last and at the top level (section
 * "Subtest Bailouts"). Of the stream only a point and its diagnostic are held back at each level.
 */
public final class TapWriter {

    private static final String INDENT = "    ";
    private static final String SUBTEST = " Subtest";

    /** The text of a point that is held back, since it may have a subtest in braces, which TAP 14 writes before the point. */
    private record Waiting(int depth, String text) {}

    private final Appendable out;
    private final int baseDepth;
    private final Deque<Waiting> afterSubtests = new ArrayDeque<>();
    private Optional<Waiting> point = Optional.empty();
    private Optional<String> bailOut = Optional.empty();
    private final Deque<String> introductions = new ArrayDeque<>();
    private boolean started;
    private int openDepth;
    private boolean afterBrace;

    /** Creates a writer for one stream. */
    public TapWriter(Appendable out) {
        this(out, 0);
    }

    private TapWriter(Appendable out, int baseDepth) {
        this.out = out;
        this.baseDepth = baseDepth;
        this.openDepth = baseDepth;
        this.started = baseDepth > 0;
    }

    /** Creates a writer of a whole stream as a subtest of another one; the caller writes the point after it. */
    public static TapWriter ofSubtest(Appendable out) {
        return new TapWriter(out, 1);
    }

    /** Writes a document. */
    public void write(TapDocument document) throws IOException {
        DocumentEvents events = new DocumentEvents(document);
        while (events.hasNext()) {
            write(events.next());
        }
    }

    /** Writes an event; the last one must be {@link TapEvent.End}. */
    public void write(TapEvent event) throws IOException {
        start();
        int depth = baseDepth + event.depth();
        if (event instanceof TapEvent.Point read) {
            writePoint();
            point = Optional.of(new Waiting(depth, text(depth, read)));
        } else if (event instanceof TapEvent.Diagnostic diagnostic) {
            diagnostic(depth, diagnostic);
        } else if (event instanceof TapEvent.SubtestStart subtest) {
            startSubtest(depth, subtest);
        } else if (event instanceof TapEvent.SubtestEnd subtest) {
            endSubtest(subtest);
        } else if (event instanceof TapEvent.End) {
            end();
        } else if (event instanceof TapEvent.BailOut read && bailOut.isEmpty()) {
            bailOut = Optional.of(read.reason().isEmpty() ? "Bail out!" : "Bail out! " + Escapes.escape(read.reason()));
        } else if (event instanceof TapEvent.Plan plan) {
            line(depth, text(plan));
        } else if (event instanceof TapEvent.Pragma pragma) {
            line(depth, "pragma " + (pragma.enabled() ? "+" : "-") + pragma.key());
        } else if (event instanceof TapEvent.Version && depth > 0) {
            line(depth, "TAP version 14");
        } else if (event instanceof TapEvent.Comment comment && !announcesSubtest(comment)) {
            comment(depth, comment);
        }
    }

    private void start() throws IOException {
        if (!started) {
            started = true;
            out.append("TAP version 14\n");
        }
    }

    private void diagnostic(int depth, TapEvent.Diagnostic diagnostic) throws IOException {
        String text = text(depth, diagnostic);
        if (point.isPresent() && point.get().depth() == depth) {
            point = Optional.of(new Waiting(depth, point.get().text() + text));
        } else {
            writePoint();
            append(text);
        }
    }

    /** Writes the point that is held back, such as that of a bailed-out subtest in braces, and the bail-out, if there is one. */
    private void end() throws IOException {
        writePoint();
        if (bailOut.isPresent()) {
            line(0, bailOut.get());
        }
    }

    /**
     * A comment before the first TAP line of a subtest is read as the parent's, so it is written there. Only after a brace on
     * its own line must the next line belong to the subtest (rule R13).
     */
    private void comment(int depth, TapEvent.Comment comment) throws IOException {
        writePoint();
        int level = afterBrace ? openDepth : Math.min(depth, openDepth - introductions.size());
        afterBrace = false;
        out.append(INDENT.repeat(level)).append('#').append(comment.text()).append('\n');
    }

    private void startSubtest(int depth, TapEvent.SubtestStart subtest) throws IOException {
        openDepth = depth;
        String indent = INDENT.repeat(depth - 1);
        if (subtest.kind() == SubtestKind.BUFFERED && point.isEmpty()) {
            line(depth - 1, "{");
            afterBrace = true;
            afterSubtests.push(new Waiting(depth - 1, indent + "}\n"));
            return;
        }
        if (subtest.kind() == SubtestKind.BUFFERED) {
            afterSubtests.push(point.get());
            point = Optional.empty();
        }
        writePoint();
        introductions.addLast(introduction(indent, subtest));
    }

    private static String introduction(String indent, TapEvent.SubtestStart subtest) {
        if (!subtest.name().isEmpty()) {
            return indent + "#" + SUBTEST + ": " + Escapes.escape(subtest.name()) + "\n";
        }
        if (subtest.kind() == SubtestKind.COMMENTED) {
            return indent + "#" + SUBTEST + "\n";
        }
        return "";
    }

    private void endSubtest(TapEvent.SubtestEnd subtest) throws IOException {
        writePoint();
        introductions.pollLast();
        openDepth--;
        if (subtest.kind() == SubtestKind.BUFFERED) {
            append(afterSubtests.pop().text());
        }
    }

    private void writePoint() throws IOException {
        if (point.isPresent()) {
            String text = point.get().text();
            point = Optional.empty();
            append(text);
        }
    }

    private void line(int depth, String text) throws IOException {
        writePoint();
        append(INDENT.repeat(depth) + text + "\n");
    }

    private void append(String text) throws IOException {
        for (String introduction : introductions) {
            out.append(introduction);
        }
        introductions.clear();
        out.append(text);
        afterBrace = false;
    }

    private static String text(TapEvent.Plan plan) {
        return plan.start()
                + ".."
                + plan.end()
                + plan.comment().map(comment -> " # " + Escapes.escape(comment)).orElse("");
    }

    private static String text(int depth, TapEvent.Point point) {
        StringBuilder text = new StringBuilder(INDENT.repeat(depth)).append(point.ok() ? "ok" : "not ok");
        point.explicitId().ifPresent(id -> text.append(' ').append(id));
        if (!point.description().isEmpty()) {
            text.append(" - ").append(Escapes.escape(point.description()));
        }
        point.directive().ifPresent(directive -> {
            text.append(" # ").append(directive.kind().name().toUpperCase(Locale.ROOT));
            if (!directive.reason().isEmpty()) {
                text.append(' ').append(Escapes.escape(directive.reason()));
            }
        });
        point.time().ifPresent(time -> text.append(" # time=").append(time));
        return text.append('\n').toString();
    }

    private static String text(int depth, TapEvent.Diagnostic diagnostic) {
        String indent = INDENT.repeat(depth) + "  ";
        StringBuilder text = new StringBuilder(indent).append("---\n");
        diagnostic
                .yaml()
                .lines()
                .forEach(line ->
                        text.append(line.isEmpty() ? "" : indent).append(line).append('\n'));
        return text.append(indent).append("...\n").toString();
    }

    /** Whether the comment would name a subtest at some level; such names are written with their subtests. */
    private static boolean announcesSubtest(TapEvent.Comment comment) {
        if (!comment.text().startsWith(SUBTEST)) {
            return false;
        }
        String rest = comment.text().substring(SUBTEST.length());
        String name = Blanks.trim(rest);
        return name.isEmpty() || name.equals(":") && rest.startsWith(":") || rest.startsWith(": ");
    }
}
