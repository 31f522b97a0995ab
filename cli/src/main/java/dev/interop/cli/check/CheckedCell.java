package dev.interop.cli.check;

import dev.interop.moqt.tap.TapReason;
import dev.interop.protocol.TestCase;
import dev.interop.recording.ContainerEnd.How;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Recording;
import dev.interop.verdict.FaultReasons;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Proof;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.util.Set;

/**
 * A cell that was run and judged.
 *
 * @param subject who was checked in it, and with whom
 * @param test its test case
 * @param recording what it left
 * @param verdict what was decided
 */
record CheckedCell(Subject subject, TestCase test, Recording recording, Verdict verdict) {
    private static final int NO_SUCH_TEST_CASE = 127;

    /** What a client says of a test case that it leaves alone, other than by its exit code. */
    private static final Set<ReasonCode> LEFT_ALONE = Set.of(TapReason.CASE_SKIPPED, TapReason.CASE_TODO);

    /** Whether there was nothing to do: one of the two does not have the test case, or leaves it alone. */
    boolean isDeclined() {
        return verdict.outcome() == Outcome.UNSUPPORTED
                || LEFT_ALONE.contains(verdict.reason().code());
    }

    /** Whether nothing is known that one of the two did wrong. */
    boolean wentWell() {
        return verdict.outcome() == Outcome.SUCCEEDED || verdict.outcome() == Outcome.UNDECIDED && !isDeclined();
    }

    /** Whether one of the two did something wrong. */
    boolean isFailed() {
        return verdict.outcome() == Outcome.FAILED;
    }

    /** Whether it is the other side that refuses, is gone or cannot be started. */
    boolean isPeersDoing() {
        var code = verdict.reason().code();
        if (subject.connects()) {
            return isPeersImage()
                    || code.equals(ReasonCode.SERVER_UNSUPPORTED)
                    || code.equals(ReasonCode.SERVER_ENDED)
                    || code.equals(ReasonCode.SERVER_SILENT)
                    || code.equals(ReasonCode.SERVER_UNBOUND);
        }
        return isPeersImage() || code.equals(ReasonCode.CLIENT_UNSUPPORTED);
    }

    private boolean isPeersImage() {
        var peer = recording.ending(subject.connects() ? ContainerRole.SERVER : ContainerRole.CLIENT);
        var code = verdict.reason().code();
        if (code.equals(ReasonCode.IMAGE_MISSING)) {
            return !names(subject.endpoint().image().orElse(""))
                    && names(subject.peerEndpoint().image().orElse(""));
        }
        return FaultReasons.isOfAnImage(code)
                && peer.filter(it -> it.how() == How.NOT_STARTED || it.exitedWith(NO_SUCH_TEST_CASE))
                        .isPresent();
    }

    /** Whether it is neither of the two, but what they run on; nothing can be said of them then. */
    boolean isMachinesDoing() {
        if (verdict.outcome() == Outcome.SKIPPED) {
            return !isDeclined();
        }
        if (verdict.outcome() != Outcome.ERROR) {
            return false;
        }
        var code = verdict.reason().code();
        var simulator = recording
                .ending(ContainerRole.SIM)
                .filter(it -> it.how() == How.NOT_STARTED)
                .isPresent();
        var strange = code.equals(ReasonCode.IMAGE_MISSING)
                && !names(subject.endpoint().image().orElse(""))
                && !names(subject.peerEndpoint().image().orElse(""));
        return !FaultReasons.isOfAnImage(code) || simulator || strange;
    }

    private boolean names(String image) {
        return !image.isEmpty() && why().contains(image);
    }

    /** Which test case it was, and the other side. */
    String what() {
        return test.name() + " " + with();
    }

    /** The other side. */
    String with() {
        return "with " + subject.peer().name();
    }

    /** Why it came out so. */
    String why() {
        return verdict.reason().text();
    }

    /** That it passed; of a client that claims it, also what the wire says. */
    String passed() {
        return "passed"
                + verdict.claim().flatMap(it -> it.proof()).map(this::mark).orElse("");
    }

    private String mark(Proof proof) {
        return ", " + proof.label() + (proof == Proof.PROVEN ? "" : " (" + why() + ")");
    }
}
