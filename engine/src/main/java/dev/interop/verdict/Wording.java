package dev.interop.verdict;

import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Formats findings as text for display. */
@API(status = Status.INTERNAL)
public final class Wording {
    private Wording() {}

    /** A finding in one line: seen, expected, location and section. */
    public static String of(Finding finding) {
        var line = new StringBuilder(finding.seen()).append("; expected ").append(finding.expected());
        var where = of(finding.evidence());
        if (!where.isEmpty()) {
            line.append(" (").append(where).append(')');
        }
        if (!finding.section().isEmpty()) {
            line.append(" · ").append(finding.section());
        }
        return line.toString();
    }

    /** The observation and its location in one line. */
    static String seen(Finding finding) {
        var where = of(finding.evidence());
        return where.isEmpty() ? finding.seen() : finding.seen() + " (" + where + ")";
    }

    /** The first of some findings in one line, and how many more there are. */
    public static String of(List<Finding> findings) {
        var first = of(findings.get(0));
        return findings.size() == 1 ? first : first + " · and " + (findings.size() - 1) + " more";
    }

    /** A location, such as {@code packet 3, 0.012 s, sim/trace_node_left.pcap}; may be empty. */
    public static String of(Location location) {
        var where = new StringBuilder();
        location.packet().ifPresent(it -> where.append("packet ").append(it).append(", "));
        location.time().ifPresent(it -> where.append(String.format(Locale.ROOT, "%.3f s, ", it)));
        where.append(location.file());
        location.line().ifPresent(it -> where.append(':').append(it));
        return where.toString();
    }
}
