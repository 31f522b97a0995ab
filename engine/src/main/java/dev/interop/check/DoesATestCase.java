package dev.interop.check;

import dev.interop.verdict.ReasonCode;
import java.util.Optional;

/** Takes the contract's variables as they are given and does a test case with them. */
final class DoesATestCase implements Requirement {
    @Override
    public String text() {
        return "takes the variables as they are and does a test case";
    }

    @Override
    public String section() {
        return "2.1";
    }

    @Override
    public Answer examine(Evidence evidence) {
        if (evidence.run().isEmpty()) {
            return new Answer.NotAsked(evidence.noRun());
        }
        var run = evidence.run().get();
        if (run.isDeclined()) {
            return new Answer.NotMet(
                    "none was done; the last, " + run.what() + ": " + run.why(),
                    "support at least one, or name the right one with --role");
        }
        return switch (run.verdict().outcome()) {
            case SUCCEEDED -> new Answer.Met(run.what() + ": " + run.passed() + before(evidence));
            case UNDECIDED -> new Answer.Met(run.what() + ": done; " + run.why() + before(evidence));
            // The first requirement says what is not there.
            case ERROR -> new Answer.NotAsked(run.what() + ": " + run.why());
            default -> change(run);
        };
    }

    /** Whose fault it was is open where it goes well with another one. */
    private static String before(Evidence evidence) {
        return evidence.before()
                .map(it -> "; not so " + it.what() + ": " + it.why())
                .orElse("");
    }

    private static Answer change(Trial run) {
        var seen = run.what() + ": " + run.why();
        if (run.verdict().reason().code() == ReasonCode.SERVER_SILENT) {
            return new Answer.NotMet(
                    seen,
                    "answer QUIC packets where clients expect it (section 2.2), after calling /setup.sh where routes are needed");
        }
        var ending = run.recording().ending(run.subject().part());
        return ending.filter(it -> it.exitedWith(2)).isPresent()
                ? new Answer.NotMet(
                        seen,
                        "it may not take a variable's value as the contract gives it: a start script or an adapter can map it")
                : new Answer.NotMet(
                        seen,
                        "see output.txt and what else it left",
                        Optional.of(run.recording().folder()));
    }
}
