package dev.interop.cli.check;

import dev.interop.protocol.TestCase;
import dev.interop.recording.ContainerEnd.How;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Fault;
import dev.interop.recording.Recording;
import dev.interop.verdict.AtFault;
import dev.interop.verdict.FaultReasons;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Proof;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;

/**
 * A cell of a check, run and judged.
 *
 * @param subject the checked implementation and its peer
 * @param test its test case
 * @param recording its recording
 * @param verdict its verdict
 */
record CheckedCell(Subject subject, TestCase test, Recording recording, Verdict verdict) {
    private static final int NO_SUCH_TEST_CASE = 127;

    /** Whether one of the endpoints does not support the test case or skips it. */
    boolean isDeclined() {
        return verdict.outcome() == Outcome.UNSUPPORTED
                || subject.protocol()
                        .contract()
                        .reportRequirements()
                        .declining()
                        .contains(verdict.reason().code());
    }

    /** Whether neither endpoint is known to have done something wrong. */
    boolean wentWell() {
        return verdict.outcome() == Outcome.SUCCEEDED
                || verdict.outcome() == Outcome.UNDECIDED && !isDeclined() && !isOverloaded();
    }

    /** Whether it failed on a machine that was too busy, so that it says nothing of either endpoint. */
    boolean isOverloaded() {
        return verdict.reason().code().equals(ReasonCode.OVERLOADED);
    }

    /** Whether an endpoint did something wrong. */
    boolean isFailed() {
        return verdict.outcome() == Outcome.FAILED;
    }

    /** Whether the peer refused, ended, could not be started, broke a rule itself, or does not fit the subject. */
    boolean isPeersFault() {
        if (isFailed() && verdict.atFault().isPresent()) {
            return verdict.atFault().get() != AtFault.of(subject.containerRole());
        }
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

    /** Whether the machine is at fault and neither endpoint; then the cell is no evidence about them. */
    boolean isMachinesFault() {
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
        return recording.fault().flatMap(Fault::image).filter(image::equals).isPresent();
    }

    /** The test case and the peer, as text. */
    String title() {
        return test.name() + " with " + peerName();
    }

    /** The name of the peer. */
    String peerName() {
        return subject.peer().name();
    }

    /** The text of the verdict's reason. */
    String reasonText() {
        return verdict.reason().text();
    }

    /** The text for a pass, with the proof if a client claims it. */
    String passed() {
        return "passed"
                + verdict.claim().flatMap(it -> it.proof()).map(this::mark).orElse("");
    }

    private String mark(Proof proof) {
        return ", " + proof.label() + (proof == Proof.PROVEN ? "" : " (" + reasonText() + ")");
    }
}
