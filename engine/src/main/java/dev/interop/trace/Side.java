package dev.interop.trace;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The two endpoints of a connection. */
@API(status = Status.EXPERIMENTAL)
public enum Side {
    /** The endpoint that connects. */
    CLIENT,
    /** The endpoint that accepts the connection. */
    SERVER;

    /** The name in lower case, for messages. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
