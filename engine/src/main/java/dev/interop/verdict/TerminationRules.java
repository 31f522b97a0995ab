package dev.interop.verdict;

import dev.interop.recording.CellEnd;
import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Recording;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules on how a cell that ran may end, evaluated before any check. */
final class TerminationRules {
    private final Recording recording;
    private final Optional<ReportedOutcome> reported;
    private final Optional<String> limit;
    private final ContainerEnds ends;

    /**
     * @param evidence the cell's evidence
     * @param reported the outcome that the client reports, if it reports more than its exit code
     * @param limit the cell's time limit as text, if it is known
     */
    TerminationRules(Evidence evidence, Optional<ReportedOutcome> reported, Optional<String> limit) {
        this.recording = evidence.recording();
        this.ends = new ContainerEnds(evidence);
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

    /** The failure of the cell as a whole, if there is one. */
    Optional<Failure> failure() {
        return outOfMemory()
                .or(this::timeLimit)
                .or(this::lateRefusal)
                .or(this::serverEnded)
                .or(this::clientFailed)
                .map(this::withReportedFindings);
    }

    private Optional<Failure> outOfMemory() {
        for (var role : List.of(ContainerRole.SERVER, ContainerRole.CLIENT)) {
            if (ends.is(role, ContainerEnd.How.OUT_OF_MEMORY)) {
                return Optional.of(failure(
                        ReasonCode.OUT_OF_MEMORY,
                        role,
                        "The endpoints stay within their memory limit",
                        "an endpoint that is not killed",
                        "the " + role.label() + " was killed for its memory limit"));
            }
        }
        return Optional.empty();
    }

    private Optional<Failure> timeLimit() {
        return recording.end() == CellEnd.TIME_LIMIT
                ? Optional.of(new Failure(
                        ReasonCode.TIME_LIMIT,
                        TerminationFinding.of(
                                "The client ends within the time limit",
                                "an end within the time limit"
                                        + limit.map(": "::concat).orElse(""),
                                "the client still ran",
                                new Logs(recording, ContainerRole.CLIENT).problem())))
                : Optional.empty();
    }

    /** An endpoint that ended with 127 after it did something. */
    private Optional<Failure> lateRefusal() {
        if (ends.exitedWith(ContainerRole.CLIENT, 0)) {
            return Optional.empty();
        }
        for (var role : List.of(ContainerRole.SERVER, ContainerRole.CLIENT)) {
            var work = ends.workBeforeRefusal(role);
            if (work.isPresent()) {
                return Optional.of(new Failure(
                        role == ContainerRole.CLIENT ? ReasonCode.CLIENT_FAILED : ReasonCode.SERVER_ENDED,
                        TerminationFinding.of(
                                "An endpoint that does not support the test case ends with 127 before anything else",
                                "exit code 127 at once, or none",
                                "the " + role.label() + " ended with exit code 127 "
                                        + work.get().text(),
                                work.get().where())));
            }
        }
        return Optional.empty();
    }

    private Optional<Failure> serverEnded() {
        boolean crashed = ends.endedByItself(ContainerRole.SERVER) && !ends.exitedWith(ContainerRole.SERVER, 0);
        boolean early = recording.end() == CellEnd.SERVER
                || crashed
                || recording.fault().filter(ends::isCausedByServer).isPresent();
        return early && !ends.exitedWith(ContainerRole.CLIENT, 0)
                ? Optional.of(failure(
                        ReasonCode.SERVER_ENDED,
                        ContainerRole.SERVER,
                        "The server runs until the client has ended",
                        "a running server",
                        "the server ended by itself" + ends.exitCode(ContainerRole.SERVER)))
                : Optional.empty();
    }

    private Optional<Failure> clientFailed() {
        if (reported.isPresent() && !reported.get().reason().code().equals(ReasonCode.REPORT_MISSING)) {
            return reported.filter(it -> it.outcome() == Outcome.FAILED)
                    .map(it -> new Failure(it.reason().code(), it.findings()));
        }
        var exit = ends.exitedWith(ContainerRole.CLIENT, 0)
                ? Optional.<Failure>empty()
                : Optional.of(failure(
                        ReasonCode.CLIENT_FAILED,
                        ContainerRole.CLIENT,
                        "The client ends with exit code 0",
                        "exit code 0",
                        "the client ended" + ends.exitCode(ContainerRole.CLIENT)));
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

    private Failure failure(ReasonCode code, ContainerRole role, String rule, String expected, String seen) {
        return new Failure(
                code, TerminationFinding.of(rule, expected, seen, new Logs(recording, role).problemOrLastLine()));
    }
}
