package dev.interop.verdict;

/**
 * Why a cell came out as it did.
 *
 * @param code for machines
 * @param text for people, one line
 */
public record Reason(ReasonCode code, String text) {}
