package dev.interop.verdict;

import dev.interop.UserError;
import dev.interop.recording.Recording;
import dev.interop.trace.DissectionFailed;
import dev.interop.trace.DissectionTool;
import dev.interop.trace.Trace;
import dev.interop.trace.TraceReader;
import dev.interop.trace.TraceUnavailable;
import dev.interop.verdict.Verdict.Checked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Judges a recording: a pure function of its folder. The endpoints' exit codes can make a cell failed or unsupported,
 * but only checks can make it succeed.
 */
@API(status = Status.INTERNAL)
public final class Judge {
    private static final System.Logger LOG = System.getLogger(Judge.class.getName());

    private final Function<Recording, CellEvidence> evidenceOf;
    private final Trust trust;
    private final Explanation explanation;

    /**
     * Creates a judge that reads captures with this tool and fails claims that the packets contradict.
     *
     * @param tool runs tshark; not used unless a check needs more than unprotected headers
     */
    public Judge(DissectionTool tool) {
        this(tool, Trust.WIRE);
    }

    /**
     * Creates a judge that reads captures with this tool.
     *
     * @param tool runs tshark; not used unless a check needs more than unprotected headers
     * @param trust whether packets or the client decide on a claimed pass
     */
    public Judge(DissectionTool tool, Trust trust) {
        var reader = new TraceReader(tool);
        this.evidenceOf = recording -> new RecordedEvidence(recording, reader);
        this.trust = trust;
        this.explanation = Explanation.NONE;
    }

    private Judge(Function<Recording, CellEvidence> evidenceOf, Trust trust, Explanation explanation) {
        this.evidenceOf = evidenceOf;
        this.trust = trust;
        this.explanation = explanation;
    }

    /**
     * Creates a judge that uses this trace for both captures of every recording, for tests of test cases.
     *
     * @param trace keys count as known if it is decrypted
     */
    public static Judge ofTrace(Trace trace) {
        return new Judge(recording -> new GivenEvidence(recording, trace), Trust.WIRE, Explanation.NONE);
    }

    /** Creates the same judge, which explains failures in this way. */
    public Judge explaining(Explanation how) {
        return new Judge(evidenceOf, trust, how);
    }

    /** Judges a cell whose client reports its result by its exit code alone. */
    public Verdict judge(Recording recording, List<Check> checks) {
        return judge(recording, checks, ReportSource.EXIT_CODE);
    }

    /**
     * Judges a cell. Faults of the harness or an image and exit code 127 come first, then the event that ended the
     * cell, then the checks. The checks also run on a cell that failed as a whole, because they often show why.
     * A check that throws or returns null makes the cell an error, unless it failed for another reason. So does a
     * dissector that could not do its work, in any case. What the machine may have caused is no failure of the
     * endpoints ({@link ConditionRules}).
     *
     * @param checks the checks of the test case
     * @param reportSource reads the client's report
     */
    public Verdict judge(Recording recording, List<Check> checks, ReportSource reportSource) {
        return judge(recording, checks, reportSource, Optional.empty());
    }

    /**
     * Judges a cell, with a time limit for the texts.
     *
     * @param limit the cell's time limit as text
     */
    public Verdict judge(Recording recording, List<Check> checks, ReportSource reportSource, Optional<String> limit) {
        return judge(evidenceOf.apply(recording), checks, reportSource, limit);
    }

    /**
     * Judges a cell as {@link #judge(Recording, List, ReportSource, Optional)} does, and measures it if it succeeded. A cell
     * without a value is undecided.
     */
    public MeasuredVerdict measure(
            Recording recording,
            List<Check> checks,
            ReportSource reportSource,
            Optional<String> limit,
            Measure measure) {
        var evidence = evidenceOf.apply(recording);
        var verdict = judge(evidence, checks, reportSource, limit);
        if (verdict.outcome() != Outcome.SUCCEEDED) {
            return new MeasuredVerdict(verdict, OptionalDouble.empty());
        }
        try {
            var value = measure.value(evidence);
            return value.isPresent()
                    ? new MeasuredVerdict(verdict, value)
                    : unmeasured(ReasonCode.NO_TRACE, "the capture has too few packets to measure " + measure.unit());
        } catch (TraceUnavailable e) {
            return unmeasured(
                    e.isMissing() ? ReasonCode.NO_TRACE : ReasonCode.TRACE_UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    private static MeasuredVerdict unmeasured(ReasonCode code, String text) {
        return new MeasuredVerdict(Verdict.of(Outcome.UNDECIDED, code, text), OptionalDouble.empty());
    }

    private Verdict judge(
            CellEvidence evidence, List<Check> checks, ReportSource reportSource, Optional<String> limit) {
        var recording = evidence.recording();
        var verdict = ConditionRules.apply(
                recording,
                decide(evidence, checks, reportSource, limit),
                () -> new SilentClient(evidence).isFound() || new ExplainedVerdict(explanation, evidence).isSettled());
        return verdict.claim()
                .map(it -> verdict.with(it.in(reportSource.format())))
                .orElse(verdict);
    }

    private Verdict decide(
            CellEvidence evidence, List<Check> checks, ReportSource reportSource, Optional<String> limit) {
        var reported = reportSource.of(evidence.recording());
        var early = new UnexaminedCell(evidence, reported).verdict();
        if (early.isPresent()) {
            return reported.map(it -> early.get().with(new Claim(it.points(), Optional.empty())))
                    .orElse(early.get());
        }
        var failure = new TerminationRules(evidence, reported, limit).failure();
        if (failure.isEmpty() && reported.isPresent() && !reported.get().claimsPass()) {
            return new Verdict(
                    reported.get().outcome(),
                    reported.get().reason(),
                    reported.get().findings(),
                    List.of(),
                    Optional.of(new Claim(reported.get().points(), Optional.empty())));
        }
        var parts = reported.map(ReportedOutcome::parts).orElse(List.of());
        var applicable = checks.stream()
                .filter(it -> it.casePart().map(parts::contains).orElse(true))
                .toList();
        var broken = new ArrayList<BrokenCheck>();
        List<Checked> made;
        try {
            made = make(applicable, evidence, broken);
        } catch (DissectionFailed e) {
            return error(FaultReasons.of(e.fault()), reported);
        }
        var results = CheckResults.of(applicable, made);
        var verdict = reported.map(it -> results.judge(failure, it, trust)).orElseGet(() -> results.judge(failure));
        if (!broken.isEmpty() && verdict.outcome() != Outcome.FAILED) {
            return error(new Reason(ReasonCode.HARNESS, broken.get(0).getMessage()), reported);
        }
        var explained = new ExplainedVerdict(explanation, evidence).of(verdict);
        return explained.with(ShownPackets.of(explained, evidence));
    }

    private static Verdict error(Reason reason, Optional<ReportedOutcome> reported) {
        var error = Verdict.of(Outcome.ERROR, reason);
        return reported.map(it -> error.with(new Claim(it.points(), Optional.empty())))
                .orElse(error);
    }

    private List<Checked> make(List<Check> checks, CellEvidence evidence, List<BrokenCheck> broken) {
        boolean keys = evidence.hasKeys();
        var results = new ArrayList<Checked>();
        for (var check : checks) {
            var result = check.needsKeys() && !keys ? withoutKeys() : examine(check, evidence, broken);
            results.add(new Checked(check.rule(), check.section(), result));
        }
        return results;
    }

    /** The result of a check. That of a broken one is undecided, so that it does not hide what the others find. */
    private static CheckResult examine(Check check, Evidence evidence, List<BrokenCheck> broken) {
        try {
            return examine(check, evidence);
        } catch (BrokenCheck e) {
            broken.add(e);
            return new CheckResult.Undecided(new Reason(ReasonCode.HARNESS, e.getMessage()));
        }
    }

    private static CheckResult withoutKeys() {
        return new CheckResult.Undecided(
                new Reason(ReasonCode.NO_KEYLOG, "neither side wrote a keylog with the secrets that the check needs"));
    }

    /** A check may be third-party code, compiled for another version; what it throws must never count as a pass. */
    private static CheckResult examine(Check check, Evidence evidence) {
        try {
            var watched = new WatchedEvidence(evidence);
            return Optional.ofNullable(check.examine(watched))
                    .map(it -> watched.limited(check, it))
                    .orElseThrow(() -> new BrokenCheck(check, "returned null instead of a result"));
        } catch (TraceUnavailable e) {
            return withoutTrace(check, e);
        } catch (BrokenCheck | DissectionFailed | UserError | CancellationException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            throw DissectionFailed.ofMemory();
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            LOG.log(System.Logger.Level.ERROR, "a check failed", e);
            var words = e.toString().lines().map(String::strip).filter(it -> !it.isEmpty());
            throw new BrokenCheck(check, "failed: " + words.collect(Collectors.joining(" ")));
        }
    }

    /** No endpoint gets out of a check by how much it sends. */
    private static CheckResult withoutTrace(Check check, TraceUnavailable why) {
        if (why.isFlooded()) {
            return new CheckResult.Failed(List.of(new Finding(
                    check.rule(),
                    check.section(),
                    "no more data than can be read",
                    String.valueOf(why.getMessage()),
                    Location.none())));
        }
        return new CheckResult.Undecided(
                new Reason(why.isMissing() ? ReasonCode.NO_TRACE : ReasonCode.TRACE_UNREADABLE, why.getMessage()));
    }

    /** A check that gave no result. */
    private static final class BrokenCheck extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BrokenCheck(Check check, String what) {
            super("check %s ('%s') %s".formatted(check.getClass().getName(), check.rule(), what));
        }
    }
}
