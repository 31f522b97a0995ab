package dev.interop.verdict;

import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Fault;
import dev.interop.recording.Recording;
import java.util.Optional;
import java.util.OptionalInt;

/** How the containers of a cell ended. */
final class ContainerEnds {
    private static final int UNSUPPORTED = 127;

    private final Recording recording;
    private final LateRefusal late;

    ContainerEnds(Evidence evidence) {
        this.recording = evidence.recording();
        this.late = new LateRefusal(evidence);
    }

    boolean exitedWith(ContainerRole role, int code) {
        return recording.ending(role).filter(it -> it.exitedWith(code)).isPresent();
    }

    /** Whether the container ended before it was stopped. */
    boolean endedByItself(ContainerRole role) {
        return is(role, ContainerEnd.How.EXITED);
    }

    boolean is(ContainerRole role, ContainerEnd.How how) {
        return recording.ending(role).filter(it -> it.how() == how).isPresent();
    }

    /** The exit code as words to append; empty if it is not known. */
    String exitCode(ContainerRole role) {
        var code = recording.ending(role).map(ContainerEnd::exitCode).orElseGet(OptionalInt::empty);
        return code.isPresent() ? " with exit code " + code.getAsInt() : "";
    }

    /** Whether the endpoint ended with 127 before it did anything else. */
    boolean refused(ContainerRole role) {
        return exitedWith(role, UNSUPPORTED) && late.workOf(role).isEmpty();
    }

    /** Whether the endpoint did something before its container's init reported that its program is missing. */
    boolean worked(ContainerRole role) {
        return late.workOf(role).isPresent();
    }

    /** Why the endpoint may have done something unseen; empty if all that it sent was read. */
    Optional<String> unseen(ContainerRole role) {
        return late.unseen(role);
    }

    /** The work of the endpoint before it ended with 127; empty if it ended otherwise or did nothing. */
    Optional<LateRefusal.Work> workBeforeRefusal(ContainerRole role) {
        return exitedWith(role, UNSUPPORTED) ? late.workOf(role) : Optional.empty();
    }

    /** Whether the server caused the simulator's fault: a server that has ended cannot answer the simulator. */
    boolean isCausedByServer(Fault fault) {
        var missesServer = fault.code() == Fault.Code.SIMULATOR_FAILED || fault.code() == Fault.Code.SERVER_UNBOUND;
        return missesServer && endedByItself(ContainerRole.SERVER);
    }
}
