package dev.interop.check;

import dev.interop.verdict.ReasonCode;

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
        var what = run.what();
        var why = run.why();
        return switch (run.verdict().outcome()) {
            case SUCCEEDED -> new Answer.Met(what + ": passed" + before(evidence));
            case UNDECIDED -> new Answer.Met(what + ": done; " + why + before(evidence));
            case UNSUPPORTED ->
                new Answer.NotMet(
                        "each test case was answered with 127",
                        "support at least one, or name the right one with --role");
            case FAILED -> new Answer.NotMet(what + ": " + why, change(evidence));
            case SKIPPED, ERROR -> new Answer.NotAsked(what + ": " + why);
        };
    }

    /** Whose fault it was is open where it goes well with another one. */
    private static String before(Evidence evidence) {
        return evidence.before()
                .map(it -> "; not so " + it.what() + ": " + it.why())
                .orElse("");
    }

    private static String change(Evidence evidence) {
        var run = evidence.run().orElseThrow();
        if (run.verdict().reason().code() == ReasonCode.SERVER_SILENT) {
            return "answer QUIC packets where clients expect it (section 2.2), after calling /setup.sh where routes are needed";
        }
        var ending = run.recording().ending(evidence.subject().part());
        return ending.filter(it -> it.exitedWith(2)).isPresent()
                ? "it may not take a variable's value as the contract gives it: a start script or an adapter can map it"
                : "see its output: "
                        + run.recording()
                                .folder()
                                .resolve(evidence.subject().part().label());
    }
}
