package dev.interop.cli.check;

/** Something that the endpoint contract requires. Stateless. */
interface Requirement {
    /** What is required, a few words. */
    String text();

    /** Its section of {@code docs/contract.md}, such as {@code 2.1}. */
    String section();

    /** Whether it is required of this protocol and role at all. */
    default boolean concerns(Subject subject) {
        return true;
    }

    /** What the evidence says of it. */
    RequirementResult examine(ImageEvidence evidence);
}
