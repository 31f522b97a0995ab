package dev.interop.run;

import dev.interop.protocol.TestCase;
import dev.interop.recording.Recording;
import dev.interop.verdict.Verdict;
import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Decides recorded cells. Safe for use by several threads. */
@FunctionalInterface
@API(status = Status.INTERNAL)
public interface CellJudge {
    /** Decides what {@code recording} of {@code test} shows. Never throws for what an endpoint left there. */
    Judgement judge(Recording recording, TestCase test);

    /**
     * What was decided.
     *
     * @param verdict the verdict
     * @param span seconds between the first and the last packet of the client's capture, if there is one
     */
    record Judgement(Verdict verdict, OptionalDouble span) {}
}
