package dev.interop.verdict;

/**
 * One thing that is not as it must be.
 *
 * @param rule the check's rule, one sentence
 * @param section where the rule comes from, such as {@code RFC 9000 §8.1.2}
 * @param expected what had to be seen
 * @param seen what was seen
 * @param evidence where
 */
public record Finding(String rule, String section, String expected, String seen, Location evidence) {}
