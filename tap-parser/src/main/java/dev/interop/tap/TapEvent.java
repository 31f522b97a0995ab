package dev.interop.tap;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An event of a {@link TapParser}, in the order of the stream. Blank lines are not reported.
 *
 * <p>Sections named are those of the TAP 14 specification (testanything.org).
 */
public sealed interface TapEvent {

    /** The number of the line, from 1; for a block the number of its first line. */
    long line();

    /** The offset of the line's first byte in the stream, from 0. */
    long offset();

    /** The level of the document that the event belongs to: 0 at the top, 1 in a subtest of it. */
    int depth();

    /** The text as printed, with indentation and without line end; empty if the event has no text of its own. */
    String raw();

    /**
     * An accepted version line. Section "Version".
     *
     * @param number 13 or 14; a higher one is read as 14
     */
    record Version(long line, long offset, int depth, String raw, int number) implements TapEvent {}

    /**
     * A plan. Section "Plan". A second one is reported too, with the problem {@code plan-twice}, and has no effect.
     *
     * @param start the first number planned
     * @param end the last number planned; 0 if everything is skipped
     * @param comment the text after {@code #}, unescaped
     */
    record Plan(long line, long offset, int depth, String raw, long start, long end, Optional<String> comment)
            implements TapEvent {

        /** Whether the plan says that nothing is run: {@code 1..0}. */
        public boolean skipAll() {
            return end == 0 && start == 1;
        }

        /** The comment without a leading SKIP, which is the reason if everything is skipped; may be empty. */
        public String reason() {
            String text = comment.orElse("");
            if (!text.toLowerCase(Locale.ROOT).startsWith("skip")) {
                return text;
            }
            int word = 0;
            while (word < text.length() && !Blanks.isBlank(text.charAt(word))) {
                word++;
            }
            return Blanks.trim(text.substring(word));
        }
    }

    /**
     * A test point. Section "Test Points".
     *
     * <p>Reported when its line ends, before any diagnostic.
     *
     * @param ok the status as printed, regardless of the directive
     * @param explicitId the number as printed
     * @param id the effective number: the printed one, or the number of the point before plus one (rule R05)
     * @param description the description, unescaped, without the dash before it and a brace that stands alone after it
     *     (rule R13)
     * @param directive SKIP or TODO
     * @param time what node-tap appends as {@code # time=…}, such as {@code 1.2ms}; not part of the description (rule R08)
     */
    record Point(
            long line,
            long offset,
            int depth,
            String raw,
            boolean ok,
            OptionalLong explicitId,
            long id,
            String description,
            Optional<Directive> directive,
            Optional<String> time)
            implements TapEvent {

        /** Whether the point fails its document: {@code not ok} without a directive (rule R09). */
        public boolean failed() {
            return !ok && directive.isEmpty();
        }

        /** Whether the point is skipped. */
        public boolean skip() {
            return has(Directive.Kind.SKIP);
        }

        /** Whether the point has the directive TODO. */
        public boolean todo() {
            return has(Directive.Kind.TODO);
        }

        private boolean has(Directive.Kind kind) {
            return directive.isPresent() && directive.get().kind() == kind;
        }
    }

    /**
     * The YAML block after a point. Section "YAML Diagnostics". It is not parsed; see
     * {@link YamlReader}.
     *
     * @param raw the lines of the block with the marker lines, joined by {@code \n}
     * @param indent the number of blanks before each line
     */
    record Diagnostic(long line, long offset, int depth, String raw, int indent) implements TapEvent {

        /** The YAML between the markers, without the indentation. */
        public String yaml() {
            return YamlBlock.content(raw, indent);
        }
    }

    /**
     * A comment. Section "Comments". {@code # Subtest: name} is also reported as a comment, since only later lines show
     * whether a subtest follows.
     *
     * @param text what follows the {@code #}, as printed
     */
    record Comment(long line, long offset, int depth, String raw, String text) implements TapEvent {}

    /**
     * A pragma. Section "Pragmas". A line with several keys is reported as several events.
     *
     * @param key the name
     * @param enabled true for {@code +}
     */
    record Pragma(long line, long offset, int depth, String raw, String key, boolean enabled) implements TapEvent {}

    /**
     * A subtest begins. Section "Subtests". For a commented one this is its first TAP line, not the comment.
     *
     * @param depth the level of the subtest itself
     * @param name the name in the comment, or for a buffered one its point's description, at most 4,096 characters;
     *     empty without one
     * @param kind how it is written
     */
    record SubtestStart(long line, long offset, int depth, String raw, String name, SubtestKind kind)
            implements TapEvent {}

    /**
     * A subtest ends. Section "Subtest Parsing/Generating Rules".
     *
     * <p>If {@code correlated}, the subtest's {@link Point} is the next point one level up, or for a buffered subtest the point
     * before its start. Otherwise the parent does not count the subtest (rule R15).
     *
     * @param depth the level of the subtest itself
     * @param name as at its start
     * @param kind as at its start
     * @param correlated whether it has a point
     * @param result its own result, which does not decide that of the parent (rule R02)
     */
    record SubtestEnd(
            long line,
            long offset,
            int depth,
            String raw,
            String name,
            SubtestKind kind,
            boolean correlated,
            TapResult result)
            implements TapEvent {}

    /**
     * A bail-out. Sections "Bail out!" and "Subtest Bailouts": it ends the whole run.
     *
     * @param reason the text after it, unescaped; empty without one
     */
    record BailOut(long line, long offset, int depth, String raw, String reason) implements TapEvent {}

    /** A line that is not TAP. Section "Anything Else". */
    record NonTap(long line, long offset, int depth, String raw) implements TapEvent {}

    /**
     * A problem. It follows the event of its line, if there is one.
     *
     * @param raw the line, or its first 4,096 characters
     * @param code the kind of problem
     * @param severity error or warning
     * @param message a description of the problem
     */
    record Problem(long line, long offset, int depth, String raw, ProblemCode code, Severity severity, String message)
            implements TapEvent {

        @Override
        public String toString() {
            return severity + " " + code + " in line " + line + ": " + message;
        }
    }

    /**
     * The stream ended; nothing follows.
     *
     * @param line the number of lines read
     * @param offset the number of bytes read
     * @param result the result of the stream
     */
    record End(long line, long offset, int depth, String raw, TapResult result) implements TapEvent {}
}
