package dev.interop.verdict;

/**
 * A result among those that a client reports as passed in one run, and what became of the claim.
 *
 * @param name the test case, in our name of it where we know it
 * @param proof what the wire says of it
 * @param reason why, one line
 */
public record ClaimedPart(String name, Proof proof, String reason) {}
