package dev.interop.moqt;

import dev.interop.recording.Recording;
import dev.interop.verdict.Statement;
import dev.interop.verdict.Testimony;
import java.util.Optional;

/**
 * MoQT clients report in TAP 14 on their standard output, and the exit code has to agree with it: 0 all passed, 1
 * failures, 127 unsupported.
 *
 * @param asked the test case that the client was asked for; empty where it runs all that it has
 * @param pace how long it may take for that one
 */
record TapTestimony(Optional<String> asked, Pace pace) implements Testimony {
    @Override
    public Optional<Statement> of(Recording recording) {
        return Optional.of(new Hearing(recording, TapReport.of(recording), asked, pace).statement());
    }
}
