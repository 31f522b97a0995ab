package dev.interop.verdict;

import dev.interop.recording.CellEnd;
import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Fault;
import dev.interop.recording.Recording;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules on how a cell may end, evaluated before any check. */
final class TerminationRules {
    private static final String SECTION = "endpoint contract, exit codes";
    private static final String TESTCASE = "TESTCASE";
    private static final int UNSUPPORTED = 127;

    private final Recording recording;
    private final Optional<ReportedOutcome> reported;
    private final Optional<String> limit;
    private final LateRefusal late;

    /**
     * @param evidence the cell's evidence
     * @param reported the outcome that the client reports, if it reports more than its exit code
     * @param limit the cell's time limit as text, if it is known
     */
    TerminationRules(Evidence evidence, Optional<ReportedOutcome> reported, Optional<String> limit) {
        this.recording = evidence.recording();
        this.late = new LateRefusal(evidence);
        this.reported = reported;
        this.limit = limit;
    }

    /**
     * The failure of a cell that ran, regardless of its checks.
     *
     * @param code the code of the reason
     * @param findings the violations, at least one
     */
    record Failure(ReasonCode code, List<Finding> findings) {
        Failure(ReasonCode code, Finding finding) {
            this(code, List.of(finding));
        }
    }

    /** The verdict on a cell that no check can examine. */
    Optional<Verdict> withoutChecks() {
        return diskLimit()
                .or(this::fault)
                .or(this::cancelled)
                .or(this::unsupported)
                .or(this::notStarted)
                .or(this::simulatorEnded);
    }

    /** The failure of the cell as a whole, if there is one. */
    Optional<Failure> failure() {
        return outOfMemory()
                .or(this::timeLimit)
                .or(this::lateRefusal)
                .or(this::serverEnded)
                .or(this::clientFailed)
                .map(this::withReportedFindings);
    }

    private Optional<Verdict> fault() {
        if (recording.fault().isEmpty() && recording.end() == CellEnd.FAULT) {
            return Optional.of(Verdict.of(Outcome.ERROR, ReasonCode.HARNESS, "the cell did not run"));
        }
        return recording.fault().filter(it -> !isCausedByServer(it)).map(it -> switch (it.code()) {
            case SIMULATOR_FAILED -> simulatorFailed(it.text());
            case SERVER_UNBOUND -> serverUnbound(it.text());
            default -> Verdict.of(Outcome.ERROR, FaultReasons.of(it));
        });
    }

    /** Before all faults: those of a cell whose endpoint filled the disk are its own doing. */
    private Optional<Verdict> diskLimit() {
        for (var part : List.of(ContainerRole.SERVER, ContainerRole.CLIENT)) {
            var ending = recording.ending(part).filter(it -> it.how() == ContainerEnd.How.DISK_LIMIT);
            if (ending.isPresent()) {
                return Optional.of(withFinding(
                        Outcome.FAILED,
                        ReasonCode.DISK_LIMIT,
                        finding(
                                "The endpoints stay within their limit of disk",
                                "an endpoint that does not fill the disk",
                                "the " + part.label() + " " + ending.get().detail(),
                                Location.none())));
            }
        }
        return Optional.empty();
    }

    private static Verdict error(Fault.Code code, String text) {
        return Verdict.of(Outcome.ERROR, FaultReasons.of(new Fault(code, text)));
    }

    private Verdict simulatorFailed(String seen) {
        var silent = new Logs(recording, ContainerRole.SIM).silentServer();
        if (silent.isPresent()) {
            return withFinding(
                    Outcome.FAILED,
                    ReasonCode.SERVER_SILENT,
                    finding(
                            "The server answers once it is started",
                            "an answer to the simulator's probe",
                            silent.get().text().strip(),
                            silent.get().where()));
        }
        return withFinding(
                Outcome.ERROR,
                ReasonCode.SIMULATOR_FAILED,
                finding(
                        "The simulator runs until the client has ended",
                        "a running simulator",
                        seen,
                        new Logs(recording, ContainerRole.SIM).problemOrLastLine()));
    }

    /**
     * An answer alone proves nothing: it may come from another process with this address, or from a server that has
     * ended.
     */
    private static Verdict serverUnbound(String seen) {
        return withFinding(
                Outcome.FAILED,
                ReasonCode.SERVER_UNBOUND,
                finding(
                        "The server keeps its UDP port bound",
                        "a socket that is bound to it in the server's network namespace",
                        seen,
                        Location.none()));
    }

    /** Whether the server caused the simulator's fault: a server that has ended cannot answer the simulator. */
    private boolean isCausedByServer(Fault fault) {
        var missesServer = fault.code() == Fault.Code.SIMULATOR_FAILED || fault.code() == Fault.Code.SERVER_UNBOUND;
        return missesServer && endedByItself(ContainerRole.SERVER);
    }

    private Optional<Verdict> cancelled() {
        return recording.end() == CellEnd.CANCELLED
                ? Optional.of(Verdict.of(Outcome.SKIPPED, ReasonCode.CANCELLED, "the run was cancelled"))
                : Optional.empty();
    }

    private Optional<Verdict> unsupported() {
        if (exitedWith(ContainerRole.CLIENT, 0)) {
            return Optional.empty();
        }
        if (refused(ContainerRole.SERVER)) {
            return Optional.of(unsupported(ContainerRole.SERVER, ReasonCode.SERVER_UNSUPPORTED))
                    .filter(it -> it.outcome() == Outcome.ERROR || receivesTestCase(ContainerRole.SERVER));
        }
        return refused(ContainerRole.CLIENT) && !hasContradictingReport()
                ? Optional.of(unsupported(ContainerRole.CLIENT, ReasonCode.CLIENT_UNSUPPORTED))
                : Optional.empty();
    }

    /** Whether the endpoint ended with 127 before it did anything else. */
    private boolean refused(ContainerRole part) {
        return exitedWith(part, UNSUPPORTED) && late.workOf(part).isEmpty();
    }

    /** An endpoint that ended with 127 after it did something. */
    private Optional<Failure> lateRefusal() {
        if (exitedWith(ContainerRole.CLIENT, 0)) {
            return Optional.empty();
        }
        for (var part : List.of(ContainerRole.SERVER, ContainerRole.CLIENT)) {
            var work = exitedWith(part, UNSUPPORTED) ? late.workOf(part) : Optional.<LateRefusal.Work>empty();
            if (work.isPresent()) {
                return Optional.of(new Failure(
                        part == ContainerRole.CLIENT ? ReasonCode.CLIENT_FAILED : ReasonCode.SERVER_ENDED,
                        finding(
                                "An endpoint that does not support the test case ends with 127 before anything else",
                                "exit code 127 at once, or none",
                                "the " + part.label() + " ended with exit code 127 "
                                        + work.get().text(),
                                work.get().where())));
            }
        }
        return Optional.empty();
    }

    /**
     * Whether the endpoint receives the test case's name; if not (such as a MoQT relay), it cannot refuse the test
     * case. An endpoint whose variables were not recorded is assumed to receive it.
     */
    private boolean receivesTestCase(ContainerRole part) {
        return recording.variable(part, TESTCASE).isPresent()
                || recording.env(part).isEmpty();
    }

    /** Whether the client's report contradicts its exit code 127. */
    private boolean hasContradictingReport() {
        return reported.filter(it -> it.outcome() != Outcome.UNSUPPORTED).isPresent();
    }

    private Verdict unsupported(ContainerRole part, ReasonCode code) {
        var logs = new Logs(recording, part);
        var missing = logs.missingBinary();
        var seen = "the " + part.label() + " ended" + exitCode(part);
        return missing.isPresent()
                ? withFinding(
                        Outcome.ERROR,
                        ReasonCode.BINARY_MISSING,
                        finding("An image contains the program that it runs", "a program in the image", seen, missing))
                : withFinding(
                        Outcome.UNSUPPORTED,
                        code,
                        finding("The endpoint supports the test case", "a supported test case", seen, logs.refusal()));
    }

    private Optional<Verdict> notStarted() {
        for (var part : List.of(ContainerRole.SERVER, ContainerRole.CLIENT, ContainerRole.SIM)) {
            var ending = recording.ending(part).filter(it -> it.how() == ContainerEnd.How.NOT_STARTED);
            if (ending.isPresent() && !endedByItself(ContainerRole.SERVER)) {
                return Optional.of(error(
                        Fault.Code.START_FAILED,
                        "the " + part.label() + " could not be started: "
                                + ending.get().detail()));
            }
        }
        return Optional.empty();
    }

    private Optional<Verdict> simulatorEnded() {
        boolean killed = is(ContainerRole.SIM, ContainerEnd.How.OUT_OF_MEMORY);
        return killed || recording.end() == CellEnd.SIM && !endedByItself(ContainerRole.SERVER)
                ? Optional.of(simulatorFailed("the simulator ended" + exitCode(ContainerRole.SIM)))
                : Optional.empty();
    }

    private Optional<Failure> outOfMemory() {
        for (var part : List.of(ContainerRole.SERVER, ContainerRole.CLIENT)) {
            if (is(part, ContainerEnd.How.OUT_OF_MEMORY)) {
                return Optional.of(failure(
                        ReasonCode.OUT_OF_MEMORY,
                        part,
                        "The endpoints stay within their memory limit",
                        "an endpoint that is not killed",
                        "the " + part.label() + " was killed for its memory limit"));
            }
        }
        return Optional.empty();
    }

    private Optional<Failure> timeLimit() {
        return recording.end() == CellEnd.TIME_LIMIT
                ? Optional.of(new Failure(
                        ReasonCode.TIME_LIMIT,
                        finding(
                                "The client ends within the time limit",
                                "an end within the time limit"
                                        + limit.map(": "::concat).orElse(""),
                                "the client still ran",
                                new Logs(recording, ContainerRole.CLIENT).problem())))
                : Optional.empty();
    }

    private Optional<Failure> serverEnded() {
        boolean crashed = endedByItself(ContainerRole.SERVER) && !exitedWith(ContainerRole.SERVER, 0);
        boolean early = recording.end() == CellEnd.SERVER
                || crashed
                || recording.fault().filter(this::isCausedByServer).isPresent();
        return early && !exitedWith(ContainerRole.CLIENT, 0)
                ? Optional.of(failure(
                        ReasonCode.SERVER_ENDED,
                        ContainerRole.SERVER,
                        "The server runs until the client has ended",
                        "a running server",
                        "the server ended by itself" + exitCode(ContainerRole.SERVER)))
                : Optional.empty();
    }

    private Optional<Failure> clientFailed() {
        if (reported.isPresent() && !reported.get().reason().code().equals(ReasonCode.REPORT_MISSING)) {
            return reported.filter(it -> it.outcome() == Outcome.FAILED)
                    .map(it -> new Failure(it.reason().code(), it.findings()));
        }
        var exit = exitedWith(ContainerRole.CLIENT, 0)
                ? Optional.<Failure>empty()
                : Optional.of(failure(
                        ReasonCode.CLIENT_FAILED,
                        ContainerRole.CLIENT,
                        "The client ends with exit code 0",
                        "exit code 0",
                        "the client ended" + exitCode(ContainerRole.CLIENT)));
        // A client without a report may have logged the cause.
        return reported.map(it -> new Failure(
                        it.reason().code(),
                        Stream.concat(
                                        it.findings().stream(),
                                        exit.stream().flatMap(failed -> failed.findings().stream()))
                                .toList()))
                .or(() -> exit);
    }

    /** Appends the findings of the client's report to those of the failure that ended the cell. */
    private Failure withReportedFindings(Failure failure) {
        var reportedFindings = reported.filter(it -> it.outcome() == Outcome.FAILED)
                .map(ReportedOutcome::findings)
                .orElse(List.of());
        return new Failure(
                failure.code(),
                Stream.concat(failure.findings().stream(), reportedFindings.stream())
                        .distinct()
                        .toList());
    }

    private Failure failure(ReasonCode code, ContainerRole part, String rule, String expected, String seen) {
        return new Failure(code, finding(rule, expected, seen, new Logs(recording, part).problemOrLastLine()));
    }

    /** A verdict from one finding that is not a check's. Its text is the observation and its location. */
    private static Verdict withFinding(Outcome outcome, ReasonCode code, Finding finding) {
        return new Verdict(outcome, new Reason(code, Wording.seen(finding)), List.of(finding), List.of());
    }

    private static Finding finding(String rule, String expected, String seen, Optional<LogLine> line) {
        return finding(
                rule,
                expected,
                seen + line.map(it -> ": " + it.text()).orElse(""),
                line.map(LogLine::where).orElseGet(Location::none));
    }

    private static Finding finding(String rule, String expected, String seen, Location where) {
        return new Finding(rule, SECTION, expected, seen, where);
    }

    private String exitCode(ContainerRole part) {
        var code = recording.ending(part).map(ContainerEnd::exitCode).orElseGet(java.util.OptionalInt::empty);
        return code.isPresent() ? " with exit code " + code.getAsInt() : "";
    }

    private boolean exitedWith(ContainerRole part, int code) {
        return recording.ending(part).filter(it -> it.exitedWith(code)).isPresent();
    }

    private boolean endedByItself(ContainerRole part) {
        return is(part, ContainerEnd.How.EXITED);
    }

    private boolean is(ContainerRole part, ContainerEnd.How how) {
        return recording.ending(part).filter(it -> it.how() == how).isPresent();
    }
}
