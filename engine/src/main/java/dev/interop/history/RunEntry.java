package dev.interop.history;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A run in the history.
 *
 * @param started when it began
 * @param matrix the name of the class whose matrix it is; empty if there is none
 * @param build what its runs have in common with others of one call of a build tool; empty if unknown
 * @param folder where its results were written; empty if unknown
 * @param report the report that showed it together with others, such as other shards, if there was one
 */
@API(status = Status.INTERNAL)
public record RunEntry(Instant started, String matrix, String build, String folder, Optional<String> report) {
    /** The order of time. */
    public static final Comparator<RunEntry> OLDEST_FIRST =
            Comparator.comparing(RunEntry::started).thenComparing(RunEntry::matrix);

    /** A run that no report has shown yet. */
    public RunEntry(Instant started, String matrix, String build, String folder) {
        this(started, matrix, build, folder, Optional.empty());
    }

    /** The same in this report. */
    public RunEntry in(String name) {
        return new RunEntry(started, matrix, build, folder, Optional.of(name));
    }

    /** Equal for runs that count as one: those of a report, else those of a build; empty if there is neither. */
    public String group() {
        return report.orElse(build);
    }

    /** The name by which lines and users refer to it: its time and, after a space, its matrix. */
    public String name() {
        return matrix.isEmpty() ? started.toString() : started + " " + matrix;
    }

    /** The run of a name alone, when nothing else of it can be read; empty if the text is no name. */
    static Optional<RunEntry> named(String name) {
        var space = name.indexOf(' ');
        try {
            var started = Instant.parse(space < 0 ? name : name.substring(0, space));
            return Optional.of(new RunEntry(started, space < 0 ? "" : name.substring(space + 1), "", ""));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
