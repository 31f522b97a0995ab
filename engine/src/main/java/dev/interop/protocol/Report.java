package dev.interop.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/** What a client reports of its cell while it runs. A path names what it is about, unique within the cell. */
@API(status = API.Status.EXPERIMENTAL)
public sealed interface Report {
    /** From the outermost to the innermost; not empty. */
    List<String> path();

    /**
     * A group of results begins.
     *
     * @param path the group
     */
    record Opened(List<String> path) implements Report {
        public Opened {
            path = List.copyOf(path);
        }
    }

    /**
     * A result; of a group that was opened: its own, which ends it.
     *
     * @param path what it is a result of
     * @param status the result
     * @param text why, or what was reported word by word
     */
    record Result(List<String> path, Status status, String text) implements Report {
        public Result {
            path = List.copyOf(path);
        }
    }

    /**
     * More on a result, before or after it.
     *
     * @param path the result's
     * @param entries values by name
     * @param text all of it, as the client wrote it
     */
    record Details(List<String> path, Map<String, String> entries, String text) implements Report {
        public Details {
            path = List.copyOf(path);
            // In their order.
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /** How a result may be. */
    enum Status {
        /** It is ok. */
        PASSED,
        /** It is not ok. */
        FAILED,
        /** It was not run. */
        SKIPPED,
        /** It is not expected to be ok yet, whatever it is. */
        TO_DO
    }
}
