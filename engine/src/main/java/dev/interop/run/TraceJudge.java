package dev.interop.run;

import dev.interop.protocol.TestCase;
import dev.interop.recording.Recording;
import dev.interop.testbed.Tools;
import dev.interop.trace.CaptureSpan;
import dev.interop.trace.DissectionTool;
import dev.interop.verdict.Judge;
import dev.interop.verdict.Trust;

/** Judges recordings with a dissector that runs in a container. */
final class TraceJudge implements CellJudge {
    private final Judge judge;

    TraceJudge(Tools tools, Trust trust) {
        this.judge = new Judge(
                (files, command, stdout) -> {
                    var exit = tools.run(files, command, stdout::read);
                    return new DissectionTool.Exit(exit.code(), exit.stderr());
                },
                trust);
    }

    @Override
    public Judgement judge(Recording recording, TestCase test) {
        return new Judgement(
                judge.judge(recording, test.checks(), test.testimony()), CaptureSpan.of(recording.clientTrace()));
    }
}
