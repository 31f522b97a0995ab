package dev.interop.verdict;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a client that reports its results claimed, and what became of the claim.
 *
 * @param points how many results it reported, without those of subtests
 * @param proof what the wire says of the pass; empty where it claimed none
 * @param parts the results that it reported as passed, where the cell stands for several test cases
 */
@API(status = Status.EXPERIMENTAL)
public record Claim(long points, Optional<Proof> proof, List<ClaimedPart> parts) {
    public Claim {
        parts = List.copyOf(parts);
    }

    /** What a client claimed that ran one test case. */
    public Claim(long points, Optional<Proof> proof) {
        this(points, proof, List.of());
    }

    /** How many of the parts came out so. */
    public long parts(Proof so) {
        return parts.stream().filter(it -> it.proof() == so).count();
    }
}
