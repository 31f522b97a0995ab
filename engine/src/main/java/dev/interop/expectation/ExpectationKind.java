package dev.interop.expectation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What is known of a cell. */
@API(status = Status.EXPERIMENTAL)
public enum ExpectationKind {
    /** It fails; a pass is news. */
    FAILING,
    /** It sometimes fails; neither a pass nor a failure is news. */
    FLAKY;

    /** The key of its list in a file, as JSON spells it. */
    @JsonValue
    public String key() {
        return "known-" + name().toLowerCase(Locale.ROOT);
    }

    /** The words for people: {@code known failing}. */
    public String words() {
        return key().replace('-', ' ');
    }
}
