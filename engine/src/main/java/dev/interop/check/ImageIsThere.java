package dev.interop.check;

import dev.interop.recording.Fault;
import dev.interop.verdict.ReasonCode;
import java.util.Set;

/** An image that can be had, with a program that can be started. */
final class ImageIsThere implements Requirement {
    private static final Set<ReasonCode> NOT_STARTED = Set.of(ReasonCode.BINARY_MISSING, ReasonCode.START_FAILED);
    private static final String NO_PROGRAM =
            "put the program into the image, and its path into ENTRYPOINT or the start script";

    @Override
    public String text() {
        return "the image is there and starts";
    }

    @Override
    public String section() {
        return "1.1";
    }

    @Override
    public Answer examine(Evidence evidence) {
        // A server that answers nothing does start.
        var fault = evidence.probe()
                .flatMap(it -> it.fault())
                .or(() -> evidence.run()
                        .filter(it -> it.verdict().reason().code() != ReasonCode.SERVER_SILENT)
                        .flatMap(it -> it.recording().fault()));
        if (fault.isPresent()) {
            return new Answer.NotMet(fault.get().text(), remedy(fault.get()));
        }
        var reason = evidence.run().map(it -> it.verdict().reason());
        if (reason.filter(it -> NOT_STARTED.contains(it.code())).isPresent()) {
            return new Answer.NotMet(reason.get().text(), NO_PROGRAM);
        }
        return new Answer.Met(evidence.subject().endpoint().image().orElse(""));
    }

    private static String remedy(Fault fault) {
        return switch (fault.code()) {
            case IMAGE_MISSING -> "push the image where this machine can pull it, or build it here";
            case BINARY_MISSING, START_FAILED -> NO_PROGRAM;
            default -> "nothing of the image: see what the machine lacks with ./interop doctor";
        };
    }
}
