package dev.interop.run;

import dev.interop.protocol.Protocols;
import dev.interop.protocol.TestCase;
import dev.interop.recording.Recording;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.tool.ToolContainer;
import dev.interop.trace.CaptureSpan;
import dev.interop.trace.DissectionFailed;
import dev.interop.trace.DissectionTool;
import dev.interop.verdict.Judge;
import dev.interop.verdict.Trust;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** Judges recordings with a dissector that runs in a container. */
final class TraceJudge implements CellJudge {
    private final Judge judge;

    TraceJudge(ToolContainer tools, Trust trust) {
        this.judge = new Judge(
                (files, command, stdout) -> {
                    try {
                        var exit = tools.run(files, command, stdout::read);
                        return new DissectionTool.Exit(exit.code(), exit.stderr());
                    } catch (EngineFailure e) {
                        throw new DissectionFailed(e.fault());
                    }
                },
                trust);
    }

    @Override
    public Judgement judge(Recording recording, TestCase test) {
        return new Judgement(
                judge.judge(recording, test.checks(), test.reportSource(), Optional.of(limit(recording, test))),
                CaptureSpan.of(recording.clientTrace()));
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
