package dev.interop.check;

import dev.interop.verdict.Statement;
import dev.interop.verdict.Testimony;
import java.util.Optional;

/** What a client reported, where clients do. */
final class Reports {
    private Reports() {}

    /** Whether the subject is a client of a protocol whose clients report. */
    static boolean concern(Subject subject) {
        return subject.connects()
                && subject.protocol().testCases().stream().anyMatch(it -> it.testimony() != Testimony.EXIT_CODE);
    }

    static Optional<Statement> statement(Evidence evidence) {
        return evidence.run().flatMap(it -> it.test().testimony().of(it.recording()));
    }
}
