package dev.interop.tap;

/**
 * The questions that the specification leaves open or that implementations answer differently. Each rule has a default and
 * can be changed in {@link TapOptions}. The page {@code docs/tap-parser.md} has each choice and its reason.
 */
public enum Rule {
    /** A stream without a plan. */
    R01("a stream without a plan"),
    /** A nested document that fails under a parent point that is {@code ok}. */
    R02("a failed subtest under a passing point"),
    /** Which lines are plans. */
    R03("the form of the plan"),
    /** A second plan, a plan between points, points beside {@code 1..0}. */
    R04("a misplaced plan"),
    /** The number of a point that prints none. */
    R05("a point without a number"),
    /** A number outside the plan, or repeated. */
    R06("a number outside the plan or repeated"),
    /** Which lines are points. */
    R07("the form of a point"),
    /** Which part of a point's line is a directive. */
    R08("the form of a directive"),
    /** Failing SKIP and TODO points, and TODO points that pass. */
    R09("directives and the verdict"),
    /** YAML blocks that are not closed, not valid or not indented by two. */
    R10("a bad YAML block"),
    /** What follows {@code Bail out!}. */
    R11("after a bail-out"),
    /** TAP at an indentation where none is expected. */
    R12("TAP at the wrong indentation"),
    /** Subtests in braces, as node-tap and Test2 write them. */
    R13("subtests in braces"),
    /** A subtest whose name differs from its point's description. */
    R14("a subtest under another name"),
    /** A subtest that no point ends. */
    R15("a subtest without its point"),
    /** Numbers that are not in order. */
    R16("numbers out of order"),
    /** A version line that is missing, late or of an unknown version. */
    R17("the version line"),
    /** Line ends and bytes that are not UTF-8. */
    R18("line ends and bytes"),
    /** Limits that no correct producer reaches. */
    R19("limits"),
    /** Pragmas. */
    R20("pragmas"),
    /** Prefixes of container logs; see {@link ContainerLogFilter}. */
    R21("container-log prefixes");

    private final String title;

    Rule(String title) {
        this.title = title;
    }

    /** A short title of the rule. */
    public String title() {
        return title;
    }
}
