package dev.interop.verdict;

import java.util.Optional;

/**
 * What a client that reports its results claimed, and what became of the claim.
 *
 * @param points how many results it reported, without those of subtests
 * @param proof what the wire says of the pass; empty where it claimed none
 */
public record Claim(long points, Optional<Proof> proof) {}
