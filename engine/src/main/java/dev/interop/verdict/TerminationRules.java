package dev.interop.verdict;

import dev.interop.recording.CellEnd;
import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Fault;
import dev.interop.recording.Recording;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the way in which a cell ended says, before any check is made. */
final class TerminationRules {
    private static final String SECTION = "endpoint contract, exit codes";
    private static final String TESTCASE = "TESTCASE";
    private static final int UNSUPPORTED = 127;

    private final Recording recording;
    private final Optional<ReportedOutcome> said;
    private final Optional<String> limit;

    /**
     * @param said what the client says, where it says more than by its exit code
     * @param limit how long the cell might take, for people, where that is known
     */
    TerminationRules(Recording recording, Optional<ReportedOutcome> said, Optional<String> limit) {
        this.recording = recording;
        this.said = said;
        this.limit = limit;
    }

    /**
     * What ended a cell that ran, and is a failure whatever the checks say.
     *
     * @param code why
     * @param findings what shows it, at least one
     */
    record Failure(ReasonCode code, List<Finding> findings) {
        Failure(ReasonCode code, Finding finding) {
            this(code, List.of(finding));
        }
    }

    /** The verdict on a cell that no check can say anything about. */
    Optional<Verdict> withoutChecks() {
        return fault().or(this::cancelled)
                .or(this::unsupported)
                .or(this::notStarted)
                .or(this::simulatorEnded);
    }

    /** Why the cell failed as a whole, if it did. */
    Optional<Failure> failure() {
        return outOfMemory()
                .or(this::timeLimit)
                .or(this::serverEnded)
                .or(this::clientFailed)
                .map(this::withWords);
    }

    private Optional<Verdict> fault() {
        if (recording.fault().isEmpty() && recording.end() == CellEnd.FAULT) {
            return Optional.of(Verdict.of(Outcome.ERROR, ReasonCode.HARNESS, "the cell did not run"));
        }
        return recording.fault().filter(it -> !isServersDoing(it)).map(it -> switch (it.code()) {
            case SIMULATOR_FAILED -> simulatorFailed(it.text());
            case SERVER_UNBOUND -> serverUnbound(it.text());
            default -> Verdict.of(Outcome.ERROR, FaultReasons.of(it));
        });
    }

    private static Verdict error(Fault.Code code, String text) {
        return Verdict.of(Outcome.ERROR, FaultReasons.of(new Fault(code, text)));
    }

    private Verdict simulatorFailed(String seen) {
        var silent = new Logs(recording, ContainerRole.SIM).silentServer();
        if (silent.isPresent()) {
            return shown(
                    Outcome.FAILED,
                    ReasonCode.SERVER_SILENT,
                    finding(
                            "The server answers once it is started",
                            "an answer to the simulator's probe",
                            silent.get().text().strip(),
                            silent.get().where()));
        }
        return shown(
                Outcome.ERROR,
                ReasonCode.SIMULATOR_FAILED,
                finding(
                        "The simulator runs until the client has ended",
                        "a simulator that is still there",
                        seen,
                        new Logs(recording, ContainerRole.SIM).telling()));
    }

    /** An answer alone might be somebody else's who has the address, or a server's that has gone. */
    private static Verdict serverUnbound(String seen) {
        return shown(
                Outcome.FAILED,
                ReasonCode.SERVER_UNBOUND,
                finding(
                        "The server keeps its UDP port bound",
                        "a socket that is bound to it in the server's network namespace",
                        seen,
                        Location.none()));
    }

    /** The simulator waits in vain for a server that has ended, or hears its last answer. */
    private boolean isServersDoing(Fault fault) {
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
        if (exitedWith(ContainerRole.SERVER, UNSUPPORTED)) {
            return Optional.of(unsupported(ContainerRole.SERVER, ReasonCode.SERVER_UNSUPPORTED))
                    .filter(it -> it.outcome() == Outcome.ERROR || isToldTheTestCase(ContainerRole.SERVER));
        }
        return exitedWith(ContainerRole.CLIENT, UNSUPPORTED) && !isDenied()
                ? Optional.of(unsupported(ContainerRole.CLIENT, ReasonCode.CLIENT_UNSUPPORTED))
                : Optional.empty();
    }

    /** Who does not know the test case cannot refuse it: a MoQT relay. Of one whose variables nobody knows, it may be so. */
    private boolean isToldTheTestCase(ContainerRole part) {
        return recording.variable(part, TESTCASE).isPresent()
                || recording.env(part).isEmpty();
    }

    /** Whether the client reports results beside an exit code that says that it has none. */
    private boolean isDenied() {
        return said.filter(it -> it.outcome() != Outcome.UNSUPPORTED).isPresent();
    }

    private Verdict unsupported(ContainerRole part, ReasonCode code) {
        var logs = new Logs(recording, part);
        var missing = logs.missingBinary();
        var seen = "the " + part.label() + " ended" + exitCode(part);
        return missing.isPresent()
                ? shown(
                        Outcome.ERROR,
                        ReasonCode.BINARY_MISSING,
                        finding("An image holds what it runs", "a program that is there", seen, missing))
                : shown(
                        Outcome.UNSUPPORTED,
                        code,
                        finding("An endpoint has the test case", "a test case that it has", seen, logs.refusal()));
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
                        "an end by itself",
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
                                new Logs(recording, ContainerRole.CLIENT).trouble())))
                : Optional.empty();
    }

    private Optional<Failure> serverEnded() {
        boolean crashed = endedByItself(ContainerRole.SERVER) && !exitedWith(ContainerRole.SERVER, 0);
        boolean early = recording.end() == CellEnd.SERVER
                || crashed
                || recording.fault().filter(this::isServersDoing).isPresent();
        return early && !exitedWith(ContainerRole.CLIENT, 0)
                ? Optional.of(failure(
                        ReasonCode.SERVER_ENDED,
                        ContainerRole.SERVER,
                        "The server runs until the client has ended",
                        "a server that is still there",
                        "the server ended by itself" + exitCode(ContainerRole.SERVER)))
                : Optional.empty();
    }

    private Optional<Failure> clientFailed() {
        if (said.isPresent() && !said.get().reason().code().equals(ReasonCode.REPORT_MISSING)) {
            return said.filter(it -> it.outcome() == Outcome.FAILED)
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
        // Who reports nothing may have said why in its log.
        return said.map(it -> new Failure(
                        it.reason().code(),
                        Stream.concat(
                                        it.findings().stream(),
                                        exit.stream().flatMap(failed -> failed.findings().stream()))
                                .toList()))
                .or(() -> exit);
    }

    /** What ended the cell comes first, then what the client had reported until then. */
    private Failure withWords(Failure failure) {
        var words = said.filter(it -> it.outcome() == Outcome.FAILED)
                .map(ReportedOutcome::findings)
                .orElse(List.of());
        return new Failure(
                failure.code(),
                Stream.concat(failure.findings().stream(), words.stream())
                        .distinct()
                        .toList());
    }

    private Failure failure(ReasonCode code, ContainerRole part, String rule, String expected, String seen) {
        return new Failure(code, finding(rule, expected, seen, new Logs(recording, part).telling()));
    }

    /** A verdict on something that is not the fault of a check: the text is what was seen and where. */
    private static Verdict shown(Outcome outcome, ReasonCode code, Finding finding) {
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
