package dev.interop.cli.check;

import dev.interop.verdict.CheckResult;

/**
 * Something that the endpoint contract requires of an image, asked as a check of a cell is: with a rule, a section and a
 * result of the same kind. Stateless.
 */
interface Requirement {
    /** What is required, a few words. */
    String rule();

    /** Its section of {@code docs/contract.md}, such as {@code 2.1}. */
    String section();

    /** Whether it is required of this protocol and role at all. */
    default boolean concerns(Subject subject) {
        return true;
    }

    /** What the evidence says of it. */
    CheckResult examine(ImageEvidence evidence);

    /** Answers to this requirement. */
    default Answers answers() {
        return new Answers(rule(), section());
    }
}
