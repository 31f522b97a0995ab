package dev.interop.verdict;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The outcome of a cell. */
@API(status = Status.EXPERIMENTAL)
public enum Outcome {
    /** All requirements were seen to be met. */
    SUCCEEDED,
    /** A check or the peer failed. */
    FAILED,
    /** The implementation itself refused the test case with exit code 127. */
    UNSUPPORTED,
    /** A check could not be made, for example because the keylog is missing. */
    UNDECIDED,
    /** The cell was not run, for a reason known beforehand. */
    SKIPPED,
    /** The image, the container engine or the harness is at fault. */
    ERROR;

    /** Lower case, as JSON spells it. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
