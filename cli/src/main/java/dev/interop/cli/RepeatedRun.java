package dev.interop.cli;

import dev.interop.result.RunResult;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Runs the same plan several times, and shows how often each cell was red or grey. */
final class RepeatedRun {
    private final PrintWriter out;
    private final int times;

    /**
     * @param times how often, at least once
     */
    RepeatedRun(PrintWriter out, int times) {
        this.out = out;
        this.times = times;
    }

    /**
     * Returns the results in order. If a run breaks off, those before it are shown still.
     *
     * @param once runs the plan, and keeps its results
     */
    List<RunResult> run(Supplier<RunResult> once) {
        var results = new ArrayList<RunResult>();
        try {
            for (var number = 1; number <= times; number++) {
                say("Repeat   %d of %d".formatted(number, times));
                results.add(once.get());
            }
        } finally {
            if (times > 1 && !results.isEmpty()) {
                RepeatTable.of(results).print(out);
            }
        }
        return results;
    }

    private void say(String line) {
        if (times > 1) {
            out.println(line);
            out.flush();
        }
    }
}
