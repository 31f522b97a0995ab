package dev.interop.run;

import dev.interop.config.OutputParameters;
import dev.interop.config.Settings;
import dev.interop.listener.RunListener;
import dev.interop.result.CellResult;
import dev.interop.result.RunResult;
import dev.interop.reuse.CellChoice;
import dev.interop.run.CellJudge.Judgement;
import dev.interop.storage.RunFolder;
import dev.interop.storage.RunInputs;
import dev.interop.testbed.Testbed;
import dev.interop.testbed.concurrent.SimulatedTime;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Conductors on testbeds without containers, in a folder of the test. Time passes only while they wait. */
final class Conductors {
    static final CellJudge GREEN = judge(Outcome.SUCCEEDED, ReasonCode.CHECKS_PASSED, "fine");

    final SimulatedTime time = new SimulatedTime();
    private final Path folder;
    private final RunRules rules;

    Conductors(Path folder) {
        this(folder, RunRules.whole(3));
    }

    Conductors(Path folder, RunRules rules) {
        this.folder = folder;
        this.rules = rules;
    }

    /** A judge that always comes to this verdict. */
    static CellJudge judge(Outcome outcome, ReasonCode code, String text) {
        return (recording, test) -> new Judgement(Verdict.of(outcome, code, text), OptionalDouble.of(0.5));
    }

    Conductor conductor(Testbed testbed, CellJudge judge) {
        return conductor(testbed, judge, new RunListener() {});
    }

    Conductor conductor(Testbed testbed, CellJudge judge, RunListener listener) {
        return conductor(testbed, judge, listener, Clock.systemUTC());
    }

    Conductor conductor(Testbed testbed, CellJudge judge, CellChoice choice) {
        return conductor(testbed, judge, new RunListener() {}, Clock.systemUTC(), choice);
    }

    Conductor conductor(Testbed testbed, CellJudge judge, RunListener listener, Clock clock) {
        return conductor(testbed, judge, listener, clock, CellChoice.ALL);
    }

    private Conductor conductor(
            Testbed testbed, CellJudge judge, RunListener listener, Clock clock, CellChoice choice) {
        return new Conductor(
                testbed,
                judge,
                RunFolder.create(
                        Settings.read(parameter ->
                                Optional.of(out().toString()).filter(it -> parameter == OutputParameters.OUT)),
                        clock,
                        new RunInputs("", 42, List.of(), Map.of())),
                new RunListeners(List.of(listener)),
                clock,
                time,
                Optional.of(new ProbeCache(folder.resolve("cache"))),
                rules,
                choice);
    }

    /** The folder of the results. */
    Path out() {
        return folder.resolve("out");
    }

    static List<Outcome> outcomes(RunResult result) {
        return result.cells().stream().map(it -> it.verdict().outcome()).toList();
    }

    static List<ReasonCode> codes(RunResult result) {
        return result.cells().stream()
                .map(CellResult::verdict)
                .map(it -> it.reason().code())
                .toList();
    }
}
