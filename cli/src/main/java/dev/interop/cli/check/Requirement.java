package dev.interop.cli.check;

import dev.interop.verdict.CheckResult;

/**
 * A requirement of the endpoint contract on an image. Like a check of a cell it has a rule, a section and a result.
 * Stateless.
 */
interface Requirement {
    /** The requirement, in a few words. */
    String rule();

    /** Its section of {@code docs/contract.md}, such as {@code 2.1}, or of the protocol's own contract. */
    String section();

    /** Whether it applies to the protocol and role of this evidence. */
    default boolean concerns(ImageEvidence evidence) {
        return true;
    }

    /** Examines the evidence. */
    CheckResult examine(ImageEvidence evidence);

    /** The possible results of this requirement. */
    default Answers answers() {
        return new Answers(rule(), section());
    }
}
