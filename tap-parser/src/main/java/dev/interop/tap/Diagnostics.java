package dev.interop.tap;

import java.util.function.Consumer;

/** Reads YAML blocks. A closed block is a diagnostic; the lines of an unclosed one are non-TAP (rule R10). */
final class Diagnostics {

    private static final int BLANKS_A_LEVEL = 4;
    private static final int YAML_INDENT = 2;

    private final TapOptions options;
    private final Consumer<? super TapEvent> events;
    private final ProblemLog problems;
    private final LineInterpreter lineInterpreter;
    private final DocumentState top;
    private final YamlBlock block;
    private DocumentState document;
    private boolean tooLarge;

    Diagnostics(
            TapOptions options,
            Consumer<? super TapEvent> events,
            ProblemLog problems,
            LineInterpreter lineInterpreter,
            DocumentState top) {
        this.options = options;
        this.events = events;
        this.problems = problems;
        this.lineInterpreter = lineInterpreter;
        this.top = top;
        this.block = new YamlBlock(options.limits().yamlBytes());
    }

    void open(DocumentState owner, Line marker) {
        document = owner;
        tooLarge = false;
        block.open(marker);
    }

    /** Takes the line if it belongs to an open block. Any other line ends the block. */
    boolean take(Line line) {
        if (!block.isOpen()) {
            return false;
        }
        if (!block.takes(line)) {
            endUnclosed();
            return false;
        }
        boolean closes = block.isClosedBy(line);
        if (!tooLarge && !block.append(line)) {
            giveUp(line);
        }
        if (tooLarge && !line.blank()) {
            lineInterpreter.nonTap(document, line);
            lineInterpreter.reportMalformed(document, line);
        }
        lineInterpreter.reportEnd(document, line);
        if (closes) {
            block.close();
            document.diagnosticTaken();
            if (!tooLarge) {
                emit();
            }
        }
        return true;
    }

    void endUnclosed() {
        if (!block.isOpen()) {
            return;
        }
        block.close();
        document.leavePoint();
        if (!tooLarge) {
            linesAreNonTap();
            problems.report(
                    document,
                    block.lineNumber(0),
                    block.lineOffset(0),
                    block.lineText(0),
                    ProblemCode.YAML_UNCLOSED,
                    "the YAML block is not closed");
        }
    }

    private void emit() {
        String text = block.text();
        var diagnostic = new TapEvent.Diagnostic(
                block.lineNumber(0), block.lineOffset(0), document.level(), text, block.indent());
        events.accept(diagnostic);
        if (block.indent() - BLANKS_A_LEVEL * document.level() != YAML_INDENT) {
            report(ProblemCode.YAML_INDENT, "a YAML block is indented by two blanks");
        }
        long malformed = block.malformed(text);
        if (malformed > 0) {
            lineInterpreter.reportMalformed(
                    document, block.lineNumber(0), block.lineOffset(0), block.lineText(0), malformed);
        }
        options.yamlCheck().ifPresent(reader -> check(reader, diagnostic));
    }

    private void check(YamlReader reader, TapEvent.Diagnostic diagnostic) {
        if (reader.read(diagnostic.yaml()) instanceof YamlContent.Invalid invalid) {
            report(ProblemCode.YAML_INVALID, invalid.reason());
        }
    }

    private void giveUp(Line line) {
        tooLarge = true;
        linesAreNonTap();
        problems.report(
                top,
                line,
                ProblemCode.LIMIT_YAML,
                "the YAML block has more than " + options.limits().yamlBytes() + " bytes");
    }

    private void linesAreNonTap() {
        for (int i = 0; i < block.lines(); i++) {
            if (block.isBlank(i)) {
                continue;
            }
            String text = block.lineText(i);
            lineInterpreter.nonTap(document, block.lineNumber(i), block.lineOffset(i), text);
            long malformed = block.malformed(i, text);
            if (malformed > 0) {
                lineInterpreter.reportMalformed(document, block.lineNumber(i), block.lineOffset(i), text, malformed);
            }
        }
    }

    private void report(ProblemCode code, String message) {
        problems.report(document, block.lineNumber(0), block.lineOffset(0), block.lineText(0), code, message);
    }
}
