package dev.interop.expectation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** How a result compares with an entry. */
@API(status = Status.EXPERIMENTAL)
public enum ExpectationState {
    /** It came out as the entry says, so a failure is no news. */
    MET,
    /** It passed, though the entry says that it fails: the entry has to go. */
    STALE,
    /** The entry's date is over: it counts no longer, and has to go or to be renewed. */
    EXPIRED,
    /** It neither passed nor failed, so that it says nothing about the entry. */
    OPEN;

    /** Lower case, as JSON spells it. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
