package dev.interop.cli.check;

import dev.interop.recording.Fault;
import dev.interop.testbed.cell.ProbeResult;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.FaultReasons;
import dev.interop.verdict.ReasonCode;

/** The image exists or can be pulled, and its program can be started. */
final class ImageIsThere implements Requirement {
    @Override
    public String rule() {
        return "the image is there and starts";
    }

    @Override
    public String section() {
        return "1.1";
    }

    @Override
    public CheckResult examine(ImageEvidence evidence) {
        var fault = evidence.probe().flatMap(ProbeResult::fault);
        var reason = evidence.run().map(it -> it.verdict().reason()).filter(it -> FaultReasons.isOfAnImage(it.code()));
        var missing = fault.filter(it -> it.code() == Fault.Code.IMAGE_MISSING).isPresent()
                || reason.filter(it -> it.code().equals(ReasonCode.IMAGE_MISSING))
                        .isPresent();
        var foreign = new FitsPlatform().examine(evidence) instanceof CheckResult.Failed;
        if (foreign && !missing && (fault.isPresent() || reason.isPresent())) {
            return answers().notChecked("nothing made for another platform starts here");
        }
        if (fault.isPresent()) {
            return answers()
                    .notMet(
                            fault.get().text(),
                            remedy(
                                    fault.get().code() == Fault.Code.IMAGE_MISSING,
                                    fault.get().text()));
        }
        // A server that does not answer was started, so this requirement is met.
        return reason.<CheckResult>map(it ->
                        answers().notMet(it.text(), remedy(it.code().equals(ReasonCode.IMAGE_MISSING), it.text())))
                .orElseGet(() ->
                        answers().met(evidence.subject().endpoint().image().orElse("")));
    }

    private static String remedy(boolean missing, String why) {
        if (missing) {
            return "build the image here, or name one that this machine can pull from a registry";
        }
        return why.contains(Fault.NOT_EXECUTABLE)
                ? "make it executable: chmod +x before it is copied into the image, or COPY --chmod=755"
                : "put the program into the image, and its path into ENTRYPOINT or the start script";
    }
}
