package dev.interop.verdict;

import dev.interop.recording.CellEnd;
import dev.interop.recording.Ending;
import dev.interop.recording.Fault;
import dev.interop.recording.Part;
import dev.interop.recording.Recording;
import java.util.List;
import java.util.Optional;

/** What the way in which a cell ended says, before any check is made. */
final class Endings {
    private static final String SECTION = "endpoint contract, exit codes";
    private static final int UNSUPPORTED = 127;

    private final Recording recording;

    Endings(Recording recording) {
        this.recording = recording;
    }

    /**
     * What ended a cell that ran, and is a failure whatever the checks say.
     *
     * @param code why
     * @param finding what shows it
     */
    record Failure(ReasonCode code, Finding finding) {}

    /** The verdict on a cell that no check can say anything about. */
    Optional<Verdict> withoutChecks() {
        return fault().or(this::cancelled)
                .or(this::unsupported)
                .or(this::notStarted)
                .or(this::simulatorEnded);
    }

    /** Why the cell failed as a whole, if it did. */
    Optional<Failure> failure() {
        return outOfMemory().or(this::timeLimit).or(this::serverEnded).or(this::clientFailed);
    }

    private Optional<Verdict> fault() {
        return recording.fault().filter(it -> !isServersDoing(it)).map(it -> {
            var code = switch (it.code()) {
                case IMAGE_MISSING -> ReasonCode.IMAGE_MISSING;
                case START_FAILED ->
                    Logs.namesMissingBinary(it.text()) ? ReasonCode.BINARY_MISSING : ReasonCode.START_FAILED;
                case SIMULATOR_FAILED -> ReasonCode.SIMULATOR_FAILED;
                case DISK_FULL -> ReasonCode.DISK_FULL;
                case ENGINE_LOST -> ReasonCode.ENGINE_LOST;
                case COPY_FAILED, HARNESS -> ReasonCode.HARNESS;
            };
            return Verdict.of(Outcome.ERROR, code, it.text());
        });
    }

    /** The simulator waits in vain for a server that has ended. */
    private boolean isServersDoing(Fault fault) {
        return fault.code() == Fault.Code.SIMULATOR_FAILED && endedByItself(Part.SERVER);
    }

    private Optional<Verdict> cancelled() {
        return recording.end() == CellEnd.CANCELLED
                ? Optional.of(Verdict.of(Outcome.SKIPPED, ReasonCode.CANCELLED, "the run was cancelled"))
                : Optional.empty();
    }

    private Optional<Verdict> unsupported() {
        if (exitedWith(Part.CLIENT, 0)) {
            return Optional.empty();
        }
        if (exitedWith(Part.SERVER, UNSUPPORTED)) {
            return Optional.of(unsupported(Part.SERVER, ReasonCode.SERVER_UNSUPPORTED));
        }
        return exitedWith(Part.CLIENT, UNSUPPORTED)
                ? Optional.of(unsupported(Part.CLIENT, ReasonCode.CLIENT_UNSUPPORTED))
                : Optional.empty();
    }

    private Verdict unsupported(Part part, ReasonCode code) {
        var logs = new Logs(recording, part);
        var missing = logs.missingBinary();
        if (missing.isPresent()) {
            return error(ReasonCode.BINARY_MISSING, part, "a program in its image that can be run", missing);
        }
        var line = logs.refusal();
        var text = "the " + part.label() + " ended with 127"
                + line.map(it -> ": " + it.text() + " (" + Wording.of(it.where()) + ")")
                        .orElse(" without a word");
        return Verdict.of(Outcome.UNSUPPORTED, code, text);
    }

    private Optional<Verdict> notStarted() {
        for (var part : List.of(Part.SERVER, Part.CLIENT, Part.SIM)) {
            var ending = recording.ending(part).filter(it -> it.how() == Ending.How.NOT_STARTED);
            if (ending.isPresent() && !endedByItself(Part.SERVER)) {
                var detail = ending.get().detail();
                var code = Logs.namesMissingBinary(detail) ? ReasonCode.BINARY_MISSING : ReasonCode.START_FAILED;
                return Optional.of(
                        Verdict.of(Outcome.ERROR, code, "the " + part.label() + " could not be started: " + detail));
            }
        }
        return Optional.empty();
    }

    private Optional<Verdict> simulatorEnded() {
        boolean killed = is(Part.SIM, Ending.How.OUT_OF_MEMORY);
<<<<<<< Updated upstream
        return killed || recording.end() == CellEnd.SIM
                ? Optional.of(error(
                        ReasonCode.SIMULATOR_FAILED,
                        Part.SIM,
                        "a simulator that runs until the cell's end",
                        new Logs(recording, Part.SIM).telling()))
=======
        return killed || recording.end() == CellEnd.SIM && !endedByItself(Part.SERVER)
                ? Optional.of(simulatorFailed("the simulator ended" + exitCode(Part.SIM)))
>>>>>>> Stashed changes
                : Optional.empty();
    }

    private Optional<Failure> outOfMemory() {
        for (var part : List.of(Part.SERVER, Part.CLIENT)) {
            if (is(part, Ending.How.OUT_OF_MEMORY)) {
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
                                "an end within the time limit",
                                "the client still ran",
                                new Logs(recording, Part.CLIENT).trouble())))
                : Optional.empty();
    }

    private Optional<Failure> serverEnded() {
        boolean early = recording.end() == CellEnd.SERVER
                || recording.fault().filter(this::isServersDoing).isPresent();
        return early && !exitedWith(Part.CLIENT, 0)
                ? Optional.of(failure(
                        ReasonCode.SERVER_ENDED,
                        Part.SERVER,
                        "The server runs until the client has ended",
                        "a server that is still there",
                        "the server ended by itself" + exitCode(Part.SERVER)))
                : Optional.empty();
    }

    private Optional<Failure> clientFailed() {
        return exitedWith(Part.CLIENT, 0)
                ? Optional.empty()
                : Optional.of(failure(
                        ReasonCode.CLIENT_FAILED,
                        Part.CLIENT,
                        "The client ends with exit code 0",
                        "exit code 0",
                        "the client ended" + exitCode(Part.CLIENT)));
    }

    private Failure failure(ReasonCode code, Part part, String rule, String expected, String seen) {
        return new Failure(code, finding(rule, expected, seen, new Logs(recording, part).telling()));
    }

    private Verdict error(ReasonCode code, Part part, String expected, Optional<LogLine> line) {
        var seen = "the " + part.label() + " ended" + exitCode(part);
        var finding = finding("The images can be run", expected, seen, line);
        return new Verdict(Outcome.ERROR, new Reason(code, Wording.of(finding)), List.of(finding), List.of());
    }

    private static Finding finding(String rule, String expected, String seen, Optional<LogLine> line) {
        return new Finding(
                rule,
                SECTION,
                expected,
                seen + line.map(it -> ": " + it.text()).orElse(""),
                line.map(LogLine::where).orElseGet(Location::none));
    }

    private String exitCode(Part part) {
        var code = recording.ending(part).map(Ending::exitCode).orElseGet(java.util.OptionalInt::empty);
        return code.isPresent() ? " with exit code " + code.getAsInt() : "";
    }

    private boolean exitedWith(Part part, int code) {
        return recording.ending(part).filter(it -> it.exitedWith(code)).isPresent();
    }

    private boolean endedByItself(Part part) {
        return is(part, Ending.How.EXITED);
    }

    private boolean is(Part part, Ending.How how) {
        return recording.ending(part).filter(it -> it.how() == how).isPresent();
    }
}
