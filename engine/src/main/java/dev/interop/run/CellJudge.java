package dev.interop.run;

import dev.interop.protocol.TestCase;
import dev.interop.recording.Recording;
import dev.interop.verdict.Verdict;
import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Judges recorded cells. Safe for use by several threads. */
@FunctionalInterface
@API(status = Status.INTERNAL)
public interface CellJudge {
    /** Judges {@code recording} of {@code test}. Never throws because of an endpoint's files. */
    Judgement judge(Recording recording, TestCase test);

    /**
     * A verdict, and what else the capture shows.
     *
     * @param verdict the verdict
     * @param span seconds between the first and the last packet of the client's capture, if there is one
     * @param value what the cell measured, if its test case measures and it succeeded
     */
    record Judgement(Verdict verdict, OptionalDouble span, OptionalDouble value) {
        /** A judgement of a cell that measured nothing. */
        public Judgement(Verdict verdict, OptionalDouble span) {
            this(verdict, span, OptionalDouble.empty());
        }
    }
}
