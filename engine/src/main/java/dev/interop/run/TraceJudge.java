package dev.interop.run;

import dev.interop.protocol.Protocols;
import dev.interop.protocol.RunMode;
import dev.interop.protocol.TestCase;
import dev.interop.recording.Recording;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.tool.ToolContainer;
import dev.interop.trace.CaptureSpan;
import dev.interop.trace.DissectionFailed;
import dev.interop.trace.DissectionTool;
import dev.interop.verdict.Judge;
import dev.interop.verdict.MeasuredVerdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** Judges recordings with a dissector that runs in a container. */
final class TraceJudge implements CellJudge {
    private final DissectionTool tool;
    private final RunMode runMode;

    /**
     * @param runMode the mode in which protocols are judged
     */
    TraceJudge(ToolContainer tools, RunMode runMode) {
        this.tool = (files, command, stdout) -> {
            try {
                var exit = tools.run(files, command, stdout::read);
                return new DissectionTool.Exit(exit.code(), exit.stderr());
            } catch (EngineFailure e) {
                throw new DissectionFailed(e.fault());
            }
        };
        this.runMode = runMode;
    }

    @Override
    public Judgement judge(Recording recording, TestCase test) {
        var trust =
                Protocols.installed().named(recording.protocol()).as(runMode).trust();
        var judge = new Judge(tool, trust).explaining(test.explanation());
        var limit = Optional.of(limit(recording, test));
        var judged = test.measure()
                .map(it -> judge.measure(recording, test.checks(), test.reportSource(), limit, it))
                .orElseGet(() -> new MeasuredVerdict(
                        judge.judge(recording, test.checks(), test.reportSource(), limit), OptionalDouble.empty()));
        return new Judgement(judged.verdict(), CaptureSpan.of(recording.clientTrace()), judged.value());
    }

    /** The time limit as text, as the testbed applies it. */
    static String limit(Recording recording, TestCase test) {
        var grace = Protocols.installed().named(recording.protocol()).contract().grace();
        return seconds(test.limit())
                + (grace.isZero() ? "" : " for the test case, and " + seconds(grace) + " of grace");
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }
}
