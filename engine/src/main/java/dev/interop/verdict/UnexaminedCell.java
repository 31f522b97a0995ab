package dev.interop.verdict;

import dev.interop.recording.CellEnd;
import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Fault;
import dev.interop.recording.Recording;
import java.util.List;
import java.util.Optional;

/** The rules on cells that did not run as they should, so that no check can examine them. */
final class UnexaminedCell {
    private static final String DISK_FULL = "No space left on device";

    private static final List<ContainerRole> ENDPOINTS = List.of(ContainerRole.SERVER, ContainerRole.CLIENT);

    private static final String TESTCASE = "TESTCASE";

    private final Recording recording;
    private final Optional<ReportedOutcome> reported;
    private final ContainerEnds ends;

    /**
     * @param evidence the cell's evidence
     * @param reported the outcome that the client reports, if it reports more than its exit code
     */
    UnexaminedCell(Evidence evidence, Optional<ReportedOutcome> reported) {
        this.recording = evidence.recording();
        this.reported = reported;
        this.ends = new ContainerEnds(evidence);
    }

    /** The verdict; empty if checks can examine the cell. */
    Optional<Verdict> verdict() {
        return diskLimit()
                .or(this::fault)
                .or(this::cancelled)
                .or(this::unsupported)
                .or(this::notStarted)
                .or(this::simulatorEnded);
    }

    /** Before all faults: those of a cell whose endpoint filled the disk are its own doing. */
    private Optional<Verdict> diskLimit() {
        for (var role : List.of(ContainerRole.SERVER, ContainerRole.CLIENT, ContainerRole.SIM)) {
            var ending = recording.ending(role).filter(it -> it.how() == ContainerEnd.How.DISK_LIMIT);
            if (ending.isPresent()) {
                return Optional.of(diskLimit(role, ending.get().detail()));
            }
        }
        return Optional.empty();
    }

    private static Verdict diskLimit(ContainerRole role, String detail) {
        // The simulator writes nothing but captures.
        var writer = role == ContainerRole.SIM ? "simulator, which captures what they send," : role.label();
        return withFinding(
                Outcome.FAILED,
                ReasonCode.DISK_LIMIT,
                TerminationFinding.of(
                        "The endpoints stay within their limit of disk",
                        "endpoints that do not fill the disk",
                        "the " + writer + " " + detail,
                        Location.none()));
    }

    private Optional<Verdict> fault() {
        if (recording.fault().isEmpty() && recording.end() == CellEnd.FAULT) {
            return Optional.of(Verdict.of(Outcome.ERROR, ReasonCode.HARNESS, "the cell did not run"));
        }
        return recording
                .fault()
                .filter(it -> !ends.isCausedByServer(it))
                .filter(it -> !isFalseStart(it))
                .map(it -> switch (it.code()) {
                    case SIMULATOR_FAILED -> simulatorFailed(it.text());
                    case SERVER_UNBOUND -> serverUnbound(it.text());
                    default -> Verdict.of(Outcome.ERROR, FaultReasons.of(it));
                });
    }

    private boolean isFalseStart(Fault fault) {
        return FaultReasons.isOfAnImage(FaultReasons.of(fault).code())
                && ENDPOINTS.stream().anyMatch(it -> ends.is(it, ContainerEnd.How.NOT_STARTED) && saysSoAfterWork(it));
    }

    private Verdict simulatorFailed(String seen) {
        var silent = new Logs(recording, ContainerRole.SIM).silentServer();
        if (silent.isPresent()) {
            return withFinding(
                    Outcome.FAILED,
                    ReasonCode.SERVER_SILENT,
                    TerminationFinding.of(
                            "The server answers once it is started",
                            "an answer to the simulator's probe",
                            silent.get().text().strip(),
                            silent.get().where()));
        }
        var problem = new Logs(recording, ContainerRole.SIM).problemOrLastLine();
        return withFinding(
                Outcome.ERROR,
                problem.filter(it -> it.text().contains(DISK_FULL)).isPresent()
                        ? ReasonCode.DISK_FULL
                        : ReasonCode.SIMULATOR_FAILED,
                TerminationFinding.of(
                        "The simulator runs until the client has ended", "a running simulator", seen, problem));
    }

    /**
     * An answer alone proves nothing: it may come from another process with this address, or from a server that has
     * ended.
     */
    private static Verdict serverUnbound(String seen) {
        return withFinding(
                Outcome.FAILED,
                ReasonCode.SERVER_UNBOUND,
                TerminationFinding.of(
                        "The server keeps its UDP port bound",
                        "a socket that is bound to it in the server's network namespace",
                        seen,
                        Location.none()));
    }

    private static Verdict error(Fault.Code code, String text) {
        return Verdict.of(Outcome.ERROR, FaultReasons.of(new Fault(code, text)));
    }

    private Optional<Verdict> cancelled() {
        return recording.end() == CellEnd.CANCELLED
                ? Optional.of(Verdict.of(Outcome.SKIPPED, ReasonCode.CANCELLED, "the run was cancelled"))
                : Optional.empty();
    }

    private Optional<Verdict> unsupported() {
        if (ends.exitedWith(ContainerRole.CLIENT, 0)) {
            return Optional.empty();
        }
        if (ends.refused(ContainerRole.SERVER)) {
            return Optional.of(unsupported(ContainerRole.SERVER, ReasonCode.SERVER_UNSUPPORTED))
                    .filter(it -> it.outcome() == Outcome.ERROR || receivesTestCase(ContainerRole.SERVER));
        }
        return ends.refused(ContainerRole.CLIENT) && !hasContradictingReport()
                ? Optional.of(unsupported(ContainerRole.CLIENT, ReasonCode.CLIENT_UNSUPPORTED))
                : Optional.empty();
    }

    /**
     * Whether the endpoint receives the test case's name; if not (such as a MoQT relay), it cannot refuse the test
     * case. An endpoint whose variables were not recorded is assumed to receive it.
     */
    private boolean receivesTestCase(ContainerRole role) {
        return recording.variable(role, TESTCASE).isPresent()
                || recording.env(role).isEmpty();
    }

    /** Whether the client's report contradicts its exit code 127. */
    private boolean hasContradictingReport() {
        return reported.filter(it -> it.outcome() != Outcome.UNSUPPORTED).isPresent();
    }

    private Verdict unsupported(ContainerRole role, ReasonCode code) {
        var logs = new Logs(recording, role);
        var missing = logs.missingBinary();
        var seen = "the " + role.label() + " ended" + ends.exitCode(role);
        var unseen = ends.unseen(role);
        if (missing.isEmpty() && unseen.isPresent()) {
            return Verdict.of(
                    Outcome.UNDECIDED, ReasonCode.NO_TRACE, seen + ", perhaps after something else: " + unseen.get());
        }
        return missing.isPresent()
                ? withFinding(
                        Outcome.ERROR,
                        ReasonCode.BINARY_MISSING,
                        TerminationFinding.of(
                                "An image contains the program that it runs", "a program in the image", seen, missing))
                : withFinding(
                        Outcome.UNSUPPORTED,
                        code,
                        TerminationFinding.of(
                                "The endpoint supports the test case", "a supported test case", seen, logs.refusal()));
    }

    private Optional<Verdict> notStarted() {
        for (var role : List.of(ContainerRole.SERVER, ContainerRole.CLIENT, ContainerRole.SIM)) {
            var ending = recording.ending(role).filter(it -> it.how() == ContainerEnd.How.NOT_STARTED);
            if (ending.isPresent() && !ends.endedByItself(ContainerRole.SERVER) && !saysSoAfterWork(role)) {
                return Optional.of(error(
                        Fault.Code.START_FAILED,
                        "the " + role.label() + " could not be started: "
                                + ending.get().detail()));
            }
        }
        return Optional.empty();
    }

    /** Any program can write what the container's init writes about a missing one. */
    private boolean saysSoAfterWork(ContainerRole role) {
        return role != ContainerRole.SIM && ends.exitCode(role).length() > 0 && ends.worked(role);
    }

    private Optional<Verdict> simulatorEnded() {
        boolean killed = ends.is(ContainerRole.SIM, ContainerEnd.How.OUT_OF_MEMORY);
        return killed || recording.end() == CellEnd.SIM && !ends.endedByItself(ContainerRole.SERVER)
                ? Optional.of(simulatorFailed("the simulator ended" + ends.exitCode(ContainerRole.SIM)))
                : Optional.empty();
    }

    /** A verdict from one finding that is not a check's. Its text is the observation and its location. */
    private static Verdict withFinding(Outcome outcome, ReasonCode code, Finding finding) {
        return new Verdict(outcome, new Reason(code, Wording.seen(finding)), List.of(finding), List.of());
    }
}
