package dev.interop.cli.check;

import dev.interop.recording.Fault;
import dev.interop.testbed.cell.ProbeResult;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.FaultReasons;
import java.util.Optional;

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
        // Of a cell, whose peer may be at fault, the verdict decides whether it is about an image.
        var fault = evidence.probe()
                .flatMap(ProbeResult::fault)
                .or(() -> evidence.run()
                        .filter(it ->
                                FaultReasons.isOfAnImage(it.verdict().reason().code()))
                        .flatMap(ImageIsThere::fault));
        if (fault.isEmpty()) {
            // A server that does not answer was started, so this requirement is met.
            return answers().met(evidence.subject().endpoint().image().orElse(""));
        }
        var missing = fault.get().code() == Fault.Code.IMAGE_MISSING;
        if (!missing && new FitsPlatform().examine(evidence) instanceof CheckResult.Failed) {
            return answers().notChecked("nothing made for another platform starts here");
        }
        return answers().notMet(fault.get().text(), remedy(fault.get().code()));
    }

    /** The fault of a cell. A program that a shell did not find is one of the verdict's, with its own text. */
    private static Optional<Fault> fault(CheckedCell cell) {
        return cell.recording().fault().or(() -> Optional.of(new Fault(Fault.Code.BINARY_MISSING, cell.reasonText())));
    }

    private static String remedy(Fault.Code code) {
        return switch (code) {
            case IMAGE_MISSING -> "build the image here, or name one that this machine can pull from a registry";
            case NOT_EXECUTABLE ->
                "make it executable: chmod +x before it is copied into the image, or COPY --chmod=755";
            default -> "put the program into the image, and its path into ENTRYPOINT or the start script";
        };
    }
}
