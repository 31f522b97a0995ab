package dev.interop.tap;

import java.util.function.Consumer;

/** Reports problems at their configured severity and limits how many of them are kept (rule R19). */
final class ProblemLog {

    private final TapOptions options;
    private final Consumer<? super TapEvent> events;
    private int room;
    private boolean full;

    ProblemLog(TapOptions options, Consumer<? super TapEvent> events) {
        this.options = options;
        this.events = events;
        this.room = options.limits().problems();
    }

    void report(DocumentState document, Line line, ProblemCode code, String message) {
        report(document, line.number(), line.offset(), line.raw(), code, message);
    }

    void report(DocumentState document, long line, long offset, String raw, ProblemCode code, String message) {
        Severity severity = options.severity(code);
        if (severity == Severity.OFF) {
            return;
        }
        var problem = new TapEvent.Problem(line, offset, document.level(), Kept.text(raw), code, severity, message);
        boolean keep = room > 0;
        room -= keep ? 1 : 0;
        document.note(problem, keep);
        events.accept(problem);
        if (!keep && !full) {
            full = true;
            report(document, line, offset, "", ProblemCode.LIMIT_PROBLEMS, "further problems are not kept");
        }
    }
}
