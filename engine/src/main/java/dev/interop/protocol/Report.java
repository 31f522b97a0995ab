package dev.interop.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/** A report of a client about its running cell. The path identifies the group or result, unique within the cell. */
@API(status = API.Status.EXPERIMENTAL)
public sealed interface Report {
    /** The names from the outermost group to the group or result itself; not empty. */
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
     * A result. The result of an open group ends the group.
     *
     * @param path the group, or the single result
     * @param status the result
     * @param text the reason, or the reported line word by word
     */
    record Result(List<String> path, Status status, String text) implements Report {
        public Result {
            path = List.copyOf(path);
        }
    }

    /**
     * Details of a result; they come before or after it.
     *
     * @param path the path of the result
     * @param entries values by name
     * @param text the whole text, as the client wrote it
     */
    record Details(List<String> path, Map<String, String> entries, String text) implements Report {
        public Details {
            path = List.copyOf(path);
            // Keeps the order of entries.
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /** The status of a result. */
    enum Status {
        /** The result is ok. */
        PASSED,
        /** The result is not ok. */
        FAILED,
        /** The test case was not run. */
        SKIPPED,
        /** The client does not expect it to be ok yet; its result does not count. */
        TO_DO
    }
}
