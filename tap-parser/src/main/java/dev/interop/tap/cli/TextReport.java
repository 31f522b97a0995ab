package dev.interop.tap.cli;

import dev.interop.tap.IdRange;
import dev.interop.tap.Severity;
import dev.interop.tap.TapCounts;
import dev.interop.tap.TapEvent;
import dev.interop.tap.TapResult;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Prints a summary: the failed points with their diagnostics, the problems, and the result. */
final class TextReport implements Report {

    private static final String INDENT = "  ";
    private static final int RANGES_SHOWN = 20;

    private final Output out;
    private final boolean named;
    private boolean failedPoint;

    TextReport(Output out, boolean named) {
        this.out = out;
        this.named = named;
    }

    @Override
    public Consumer<TapEvent> begin(String input) {
        failedPoint = false;
        if (named) {
            out.line("== " + input);
        }
        return this::accept;
    }

    private void accept(TapEvent event) {
        if (event instanceof TapEvent.Point point) {
            failedPoint = point.failed();
            if (failedPoint) {
                out.line(INDENT.repeat(point.depth())
                        + "not ok "
                        + point.id()
                        + (point.description().isEmpty() ? "" : " - " + point.description())
                        + " (line "
                        + point.line()
                        + ")");
            }
        } else if (event instanceof TapEvent.Diagnostic diagnostic && failedPoint) {
            String indent = INDENT.repeat(diagnostic.depth() + 1);
            diagnostic.yaml().lines().forEach(line -> out.line(indent + line));
        } else if (event instanceof TapEvent.BailOut bailOut) {
            out.line(("Bail out! " + bailOut.reason()).strip() + " (line " + bailOut.line() + ")");
        } else if (event instanceof TapEvent.Problem problem) {
            String severity = problem.severity() == Severity.ERROR ? "error" : "warning";
            out.line(INDENT.repeat(problem.depth()) + severity + ' ' + problem.code() + ": " + problem.message()
                    + " (line " + problem.line() + ")");
        }
    }

    @Override
    public void end(String input, TapResult result) {
        TapCounts counts = result.counts();
        out.line((result.ok() ? "ok: " : "not ok: ")
                + counts.points()
                + " points, "
                + counts.failed()
                + " failed, "
                + counts.skipped()
                + " skipped, "
                + counts.todo()
                + " todo"
                + (result.skippedAll() ? ", everything skipped" + reason(result) : "")
                + (result.failedIds().isEmpty() ? "" : ", failed: " + ranges(result.failedIds())));
    }

    private static String reason(TapResult result) {
        String reason = result.plan().map(TapEvent.Plan::reason).orElse("");
        return reason.isEmpty() ? "" : " (" + reason + ")";
    }

    private static String ranges(List<IdRange> ranges) {
        String shown =
                ranges.stream().limit(RANGES_SHOWN).map(IdRange::toString).collect(Collectors.joining(", "));
        return ranges.size() > RANGES_SHOWN ? shown + ", …" : shown;
    }
}
