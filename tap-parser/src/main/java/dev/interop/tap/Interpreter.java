package dev.interop.tap;

import dev.interop.tap.TapOptions.AfterBailOut;
import dev.interop.tap.TapOptions.BufferedSubtests;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads lines in order and decides which document each belongs to.
 *
 * <p>Only the line after a brace shows whether the brace opens a subtest, so a line with only a brace is held until then
 * (rule R13).
 */
final class Interpreter {

    private static final int BLANKS_A_LEVEL = 4;
    private static final int MAX_YAML_INDENT = 3;

    private final TapOptions options;
    private final ProblemLog problems;
    private final LineClassifier classifier;
    private final Documents documents;
    private final LineInterpreter lineInterpreter;
    private final Diagnostics diagnostics;
    private final SubtestNames names = new SubtestNames();
    private Optional<Line> heldBrace = Optional.empty();
    private boolean afterPointWithBrace;

    Interpreter(TapOptions options, Consumer<? super TapEvent> events) {
        this.options = options;
        this.problems = new ProblemLog(options, events);
        this.classifier = new LineClassifier(options.pointForm());
        this.documents = new Documents(options, events, problems);
        this.lineInterpreter = new LineInterpreter(options, events, problems, documents.at(0));
        this.diagnostics = new Diagnostics(options, events, problems, lineInterpreter, documents.at(0));
    }

    /** Whether the plan is met so far and no subtest is open. */
    boolean planSatisfied() {
        return documents.level() == 0
                && heldBrace.isEmpty()
                && !documents.bailedOut()
                && documents.current().planIsMet();
    }

    void accept(Line line) {
        LineKind kind = classifier.classify(line);
        if (kind != LineKind.BLANK) {
            settleBrace(line, kind);
        }
        if (diagnostics.take(line) || kind == LineKind.BLANK) {
            return;
        }
        if (kind == LineKind.OPENING_BRACE && mayOpenSubtest(line)) {
            heldBrace = Optional.of(line.copy());
        } else {
            read(line, kind);
        }
    }

    TapResult finish(long lines, long bytes) {
        Optional<Line> brace = heldBrace;
        heldBrace = Optional.empty();
        brace.ifPresent(line -> read(line, LineKind.OTHER));
        diagnostics.endUnclosed();
        return documents.finish(lines, bytes);
    }

    private boolean ignoresEverything() {
        return documents.bailedOut() && options.afterBailOut() == AfterBailOut.IGNORE;
    }

    private boolean mayOpenSubtest(Line brace) {
        return options.bufferedSubtests() == BufferedSubtests.ACCEPT
                && !ignoresEverything()
                && brace.indent() == BLANKS_A_LEVEL * documents.level()
                && documents.current().takesSubtest();
    }

    /** Opens the subtest of a brace, if the next line shows that there is one. */
    private void settleBrace(Line next, LineKind nextKind) {
        boolean roomBelow = documents.level() < options.limits().depth();
        boolean nested = levelOf(next) > documents.level();
        if (afterPointWithBrace) {
            afterPointWithBrace = false;
            boolean closes = nextKind == LineKind.CLOSING_BRACE && next.indent() == BLANKS_A_LEVEL * documents.level();
            if (roomBelow && (nested || closes) && documents.current().takesSubtest()) {
                documents.openBuffered();
            }
        } else if (heldBrace.isPresent()) {
            Line brace = heldBrace.get();
            heldBrace = Optional.empty();
            if (roomBelow && nested && (nextKind.isTap() || nextKind == LineKind.COMMENT)) {
                documents.openBuffered(brace);
            } else {
                read(brace, LineKind.OTHER);
            }
        }
    }

    private void read(Line line, LineKind kind) {
        DocumentState document = documents.at(Math.min(levelOf(line), documents.level()));
        if (ignoresEverything()) {
            lineInterpreter.nonTap(documents.at(0), line);
        } else if (kind == LineKind.COMMENT) {
            comment(document, line);
        } else if (kind == LineKind.YAML_MARKER && opensYaml(line)) {
            diagnostics.open(documents.current(), line);
        } else if (line.indent() % BLANKS_A_LEVEL != 0 || kind == LineKind.TABBED) {
            outsideOfLevels(document, line, kind);
        } else if (kind == LineKind.BAIL_OUT) {
            bailOut(line);
        } else if (levelOf(line) > documents.level()) {
            deeper(document, line, kind);
        } else if (levelOf(line) < documents.level()) {
            shallower(document, line, kind);
        } else {
            statement(line, kind);
        }
        DocumentState open = documents.at(Math.min(document.level(), documents.level()));
        lineInterpreter.reportEnd(open, line);
        lineInterpreter.reportMalformed(open, line);
    }

    private void comment(DocumentState document, Line line) {
        lineInterpreter.comment(document, line);
        if (line.indent() % BLANKS_A_LEVEL == 0
                && levelOf(line) <= options.limits().depth()) {
            SubtestNames.announcedBy(line).ifPresent(name -> names.announce(levelOf(line), name));
        }
    }

    private boolean opensYaml(Line line) {
        int indent = line.indent() - BLANKS_A_LEVEL * documents.level();
        return indent > 0 && indent <= MAX_YAML_INDENT && documents.current().takesDiagnostic();
    }

    /** Handles an indentation with tabs or not of a multiple of four blanks ("Subtest Parsing/Generating Rules", 5). */
    private void outsideOfLevels(DocumentState document, Line line, LineKind kind) {
        lineInterpreter.nonTap(document, line);
        documents.current().leavePoint();
        if (kind.isTap() || kind == LineKind.TABBED) {
            problems.report(document, line, ProblemCode.MISPLACED_TAP, "the indentation is no multiple of four blanks");
        }
    }

    /** TAP 14, section "Bare Subtests": TAP at a deeper level opens every level up to it. */
    private void deeper(DocumentState document, Line line, LineKind kind) {
        int level = levelOf(line);
        if (!lineInterpreter.opensSubtest(document, line, kind)) {
            statement(line, LineKind.OTHER);
        } else if (level > options.limits().depth()) {
            lineInterpreter.nonTap(document, line);
            problems.report(documents.at(0), line, ProblemCode.LIMIT_DEPTH, "TAP at level " + level + " is not read");
        } else {
            documents.open(line, level, names.namesFor(documents.level(), level));
            statement(line, kind);
        }
    }

    /** TAP 14, section "Subtest Parsing/Generating Rules", 9 and 12: only a point, here or a brace too, ends a subtest. */
    private void shallower(DocumentState document, Line line, LineKind kind) {
        int level = levelOf(line);
        if (kind == LineKind.CLOSING_BRACE && documents.at(level + 1).kind() == SubtestKind.BUFFERED) {
            documents.closeByBrace(line, level);
        } else if (kind == LineKind.POINT) {
            Optional<Documents.Ended> ended = documents.closeByPoint(line, level);
            statement(line, kind);
            ended.ifPresent(subtest -> documents.compare(line, subtest));
        } else {
            lineInterpreter.nonTap(document, line);
            documents.current().leavePoint();
            if (kind.isTap()) {
                problems.report(document, line, ProblemCode.MISPLACED_TAP, "a subtest is open at this line's level");
            }
        }
    }

    /** Reads a bail-out, which counts at every level and opens the levels up to its own as any other TAP line. */
    private void bailOut(Line line) {
        int level = Math.min(levelOf(line), options.limits().depth());
        if (level > documents.level()) {
            documents.open(line, level, names.namesFor(documents.level(), level));
        }
        documents.bailOut(line, lineInterpreter.bailOut(documents.at(level), line));
    }

    private void statement(Line line, LineKind kind) {
        DocumentState document = documents.current();
        switch (kind) {
            case VERSION -> lineInterpreter.version(document, line);
            case PLAN -> lineInterpreter.plan(document, line);
            case PRAGMA -> lineInterpreter.pragma(document, line);
            case POINT -> afterPointWithBrace = lineInterpreter.point(document, line);
            default -> lineInterpreter.other(document, line);
        }
        if (kind.opensSubtest()) {
            names.clear();
        }
    }

    private static int levelOf(Line line) {
        return line.indent() / BLANKS_A_LEVEL;
    }
}
