package dev.interop.cli;

import dev.interop.plan.Seeds;
import dev.interop.result.RunResult;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** Runs the same plan several times, and shows how often each cell was red or grey. */
final class RepeatedRun {
    private final PrintWriter out;
    private final Times times;

    /**
     * How often a plan is run, and with which seeds.
     *
     * @param number how often, at least once
     * @param sameSeed whether each time has the seed of the first; otherwise each has the next one, so that lossy networks
     *     lose other packets
     */
    record Times(int number, boolean sameSeed) {
        static final Times ONCE = new Times(1, true);

        private long seed(long first, int index) {
            return sameSeed ? first : first + index;
        }
    }

    RepeatedRun(PrintWriter out, Times times) {
        this.out = out;
        this.times = times;
    }

    /**
     * Returns the results in order. If a run breaks off, those before it are shown still.
     *
     * @param seed the seed of the first time
     * @param once runs the plan with a seed, and keeps its results
     */
    List<RunResult> run(long seed, LongFunction<RunResult> once) {
        var results = new ArrayList<RunResult>();
        try {
            for (var index = 0; index < times.number; index++) {
                var its = times.seed(seed, index);
                say("Repeat   %d of %d, seed %s".formatted(index + 1, times.number, Seeds.format(its)));
                results.add(once.apply(its));
            }
        } finally {
            if (times.number > 1 && !results.isEmpty()) {
                RepeatTable.of(results).print(out);
            }
        }
        return results;
    }

    private void say(String line) {
        if (times.number > 1) {
            out.println(line);
            out.flush();
        }
    }
}
