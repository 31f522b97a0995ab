package dev.interop.verdict;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** How a cell came out. */
@API(status = Status.EXPERIMENTAL)
public enum Outcome {
    /** Everything that must hold was seen to hold. */
    SUCCEEDED,
    /** A check or the peer failed. */
    FAILED,
    /** The implementation itself said that it does not do this: exit code 127, with proof. */
    UNSUPPORTED,
    /** A check could not be made, such as for want of a keylog. */
    UNDECIDED,
    /** Not run, for a reason known beforehand. */
    SKIPPED,
    /** The image, the container engine or the harness is at fault. */
    ERROR;

    /** Lower case, as JSON spells it. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
