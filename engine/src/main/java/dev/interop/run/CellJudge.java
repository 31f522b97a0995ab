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
     * A verdict and the span of the capture.
     *
     * @param verdict the verdict
     * @param span seconds between the first and the last packet of the client's capture, if there is one
     */
    record Judgement(Verdict verdict, OptionalDouble span) {}
}
