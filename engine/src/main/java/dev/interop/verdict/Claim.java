package dev.interop.verdict;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The claim of a client that reports its results, and the proof of it.
 *
 * @param format the word for the report's format, in lower case
 * @param points the number of reported results, without those of subtests
 * @param proof the proof of the pass; empty if the client claims no pass
 * @param parts the results that it reported as passed, if the cell covers several test cases
 */
@API(status = Status.EXPERIMENTAL)
public record Claim(String format, long points, Optional<Proof> proof, List<ClaimedCase> parts) {
    public Claim {
        parts = List.copyOf(parts);
    }

    /** A claim in the format {@link ReportSource#FORMAT}. */
    public Claim(long points, Optional<Proof> proof, List<ClaimedCase> parts) {
        this(ReportSource.FORMAT, points, proof, parts);
    }

    /** The claim of a client that ran one test case. */
    public Claim(long points, Optional<Proof> proof) {
        this(points, proof, List.of());
    }

    /** The same claim, from a report in this format. */
    public Claim in(String other) {
        return new Claim(other, points, proof, parts);
    }

    /** Counts the parts with this proof. */
    public long parts(Proof so) {
        return parts.stream().filter(it -> it.proof() == so).count();
    }
}
