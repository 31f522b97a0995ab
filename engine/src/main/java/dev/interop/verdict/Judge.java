package dev.interop.verdict;

import dev.interop.recording.Recording;
import dev.interop.trace.DissectionTool;
import dev.interop.trace.Keylog;
import dev.interop.trace.PacketsAround;
import dev.interop.trace.PacketsAround.Neighbour;
import dev.interop.trace.TraceReader;
import dev.interop.trace.TraceUnavailable;
import dev.interop.verdict.Verdict.Checked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Decides what is to be said of a recording. A pure function of its folder: what the endpoints claim by their exit
 * codes can make a cell fail or unsupported, but only checks can make it succeed.
 */
@API(status = Status.INTERNAL)
public final class Judge {
    private static final int NEIGHBOURS = 4;

    private final TraceReader reader;
    private final Trust trust;

    /**
     * A judge that reads captures with this tool and believes the wire.
     *
     * @param tool runs tshark; not used where no check needs more than unprotected headers
     */
    public Judge(DissectionTool tool) {
        this(tool, Trust.WIRE);
    }

    /**
     * A judge that reads captures with this tool.
     *
     * @param tool runs tshark; not used where no check needs more than unprotected headers
     * @param trust whose word counts where a client claims a pass
     */
    public Judge(DissectionTool tool, Trust trust) {
        this.reader = new TraceReader(tool);
        this.trust = trust;
    }

    /** Judges a cell whose client says by its exit code alone how it fared. */
    public Verdict judge(Recording recording, List<Check> checks) {
        return judge(recording, checks, ReportSource.EXIT_CODE);
    }

    /**
     * Judges a cell. First what the harness, the images and the endpoints' own 127 make of it, then what ended it, then
     * the checks; these are also made of a cell that failed as a whole, because they often show why.
     *
     * @param checks what must hold
     * @param reportSource how the client says how it fared
     */
    public Verdict judge(Recording recording, List<Check> checks, ReportSource reportSource) {
        return judge(recording, checks, reportSource, Optional.empty());
    }

    /**
     * Judges a cell, as above.
     *
     * @param limit how long it might take, for people
     */
    public Verdict judge(Recording recording, List<Check> checks, ReportSource reportSource, Optional<String> limit) {
        var said = reportSource.of(recording);
        var endings = new TerminationRules(recording, said, limit);
        var early = endings.withoutChecks();
        if (early.isPresent()) {
            return said.map(it -> early.get().with(new Claim(it.points(), Optional.empty())))
                    .orElse(early.get());
        }
        var failure = endings.failure();
        if (failure.isEmpty() && said.isPresent() && !said.get().claimsPass()) {
            return new Verdict(
                    said.get().outcome(),
                    said.get().reason(),
                    said.get().findings(),
                    List.of(),
                    Optional.of(new Claim(said.get().points(), Optional.empty())));
        }
        var evidence = new RecordedEvidence(recording, reader);
        var parts = said.map(ReportedOutcome::parts).orElse(List.of());
        var asked = checks.stream()
                .filter(it -> it.part().map(parts::contains).orElse(true))
                .toList();
        var made = CheckResults.of(asked, make(recording, asked, evidence));
        var verdict = said.map(it -> made.judge(failure, it, trust)).orElseGet(() -> made.judge(failure));
        return verdict.with(around(verdict, evidence));
    }

    /** Of the captures that checks have read; nothing is read for this alone. */
    private static List<Neighbour> around(Verdict verdict, RecordedEvidence evidence) {
        return verdict.findings().stream()
                .map(Finding::evidence)
                .filter(it -> it.packet().isPresent())
                .findFirst()
                .flatMap(where -> evidence.known(where.file())
                        .map(it -> PacketsAround.of(it, where.packet().getAsLong(), NEIGHBOURS)))
                .orElse(List.of());
    }

    private List<Checked> make(Recording recording, List<Check> checks, Evidence evidence) {
        boolean keys = Keylog.isIn(recording);
        var made = new ArrayList<Checked>();
        for (var check : checks) {
            var result = check.needsKeys() && !keys ? withoutKeys() : examine(check, evidence);
            made.add(new Checked(check.rule(), check.section(), result));
        }
        return made;
    }

    private static CheckResult withoutKeys() {
        return new CheckResult.Undecided(
                new Reason(ReasonCode.NO_KEYLOG, "neither side wrote a keylog with the secrets that the check needs"));
    }

    private static CheckResult examine(Check check, Evidence evidence) {
        try {
            return check.examine(evidence);
        } catch (TraceUnavailable e) {
            var code = e.isMissing() ? ReasonCode.NO_TRACE : ReasonCode.TRACE_UNREADABLE;
            return new CheckResult.Undecided(new Reason(code, e.getMessage()));
        }
    }
}
