package dev.interop.tap;

import java.util.Locale;
import java.util.Optional;

/**
 * The problems that a TAP stream may have. A failing point is not a problem but a result, and no severity of a code makes a
 * printed {@code not ok} pass.
 *
 * <p>Each code names its section of the TAP 14 specification (testanything.org), which has neither limits (rule R19) nor
 * subtests in braces (rule R13).
 */
public enum ProblemCode {
    /** The document ended without a plan. Section "Plan": a stream lacking a plan is a failed test. */
    NO_PLAN(Rule.R01, Severity.ERROR, Severity.ERROR),
    /** The number of points differs from the plan. Section "Test Point ID". */
    COUNT_MISMATCH(null, Severity.ERROR, Severity.ERROR),
    /** A nested document failed, but its point did not. Section "Subtest Parsing/Generating Rules", 4.2. */
    SUBTEST_DISAGREES(Rule.R02, Severity.WARNING, Severity.ERROR),
    /** The plan does not start at 1. Section "Plan": producers start at 1. */
    PLAN_START(Rule.R03, Severity.WARNING, Severity.ERROR),
    /** The line resembles a plan but is malformed, such as {@code 5..2} or {@code 1..4 todo 2}. Section "Plan". */
    PLAN_MALFORMED(Rule.R03, Severity.WARNING, Severity.ERROR),
    /** A second plan; the first one counts. Section "Plan": exactly once. */
    PLAN_TWICE(Rule.R04, Severity.ERROR, Severity.ERROR),
    /** Points on both sides of the plan. Section "Plan": before all points or after them. */
    PLAN_MIDDLE(Rule.R04, Severity.ERROR, Severity.ERROR),
    /** Points beside the plan {@code 1..0}. Section "Plan": none should have come. */
    POINTS_IN_SKIP_ALL(Rule.R04, Severity.ERROR, Severity.ERROR),
    /** A printed number above the plan's end. Section "Test Point ID". */
    ID_ABOVE_PLAN(Rule.R06, Severity.ERROR, Severity.ERROR),
    /** A printed number below the plan's start. Section "Test Point ID". */
    ID_BELOW_PLAN(Rule.R06, Severity.ERROR, Severity.ERROR),
    /** A printed number that the document has already used. Section "Test Point ID": should be unique. */
    DUPLICATE_ID(Rule.R06, Severity.ERROR, Severity.ERROR),
    /** A directive without white space on both sides of its {@code #}. Section "Whitespace Around Directive Delimiter". */
    DIRECTIVE_SPACING(Rule.R08, Severity.WARNING, Severity.ERROR),
    /** A TODO point that passes. Section "TODO tests": may be reported. */
    UNEXPECTED_PASS(Rule.R09, Severity.WARNING, Severity.WARNING),
    /** A SKIP point that is {@code not ok}. Section "SKIP tests": must not be a failure. */
    FAILED_SKIP(Rule.R09, Severity.WARNING, Severity.WARNING),
    /** A YAML block that is not closed; its lines are non-TAP. Section "YAML Diagnostics". */
    YAML_UNCLOSED(Rule.R10, Severity.WARNING, Severity.ERROR),
    /** A YAML block that is not indented by two blanks. Section "YAML Diagnostics". */
    YAML_INDENT(Rule.R10, Severity.WARNING, Severity.ERROR),
    /** A YAML block that is not YAML; found only where {@link TapOptions#checkYaml} is set. Section "YAML Diagnostics". */
    YAML_INVALID(Rule.R10, Severity.WARNING, Severity.ERROR),
    /** TAP at an indentation where none is expected, read as non-TAP. Section "Subtest Parsing/Generating Rules", 5 and 12. */
    MISPLACED_TAP(Rule.R12, Severity.WARNING, Severity.ERROR),
    /** A subtest in braces, which some producers write but the specification does not have. */
    SUBTEST_BUFFERED(Rule.R13, Severity.OFF, Severity.WARNING),
    /** A subtest ended by a point of another name. Section "Commented Subtests". */
    SUBTEST_NAME_MISMATCH(Rule.R14, Severity.WARNING, Severity.ERROR),
    /** A subtest that no point ends. Section "Subtest Parsing/Generating Rules", 10. */
    SUBTEST_UNTERMINATED(Rule.R15, Severity.WARNING, Severity.ERROR),
    /**
     * A subtest that no point ends and in which a point failed, so that no other point reports the failure. Section "Subtest
     * Parsing/Generating Rules", 10.
     */
    SUBTEST_UNTERMINATED_FAILED(Rule.R15, Severity.ERROR, Severity.ERROR),
    /** A printed number below the one before it. Section "Test Point ID": any order is allowed. */
    ID_OUT_OF_ORDER(Rule.R16, Severity.OFF, Severity.OFF),
    /** No version line. Section "Version". */
    VERSION_MISSING(Rule.R17, Severity.WARNING, Severity.ERROR),
    /** A version line that is not the first line; after a plan or point, or a second time, it is non-TAP. Section "Version". */
    VERSION_LATE(Rule.R17, Severity.WARNING, Severity.ERROR),
    /** A version other than 13 and 14; below 13 the line is non-TAP. Section "Version". */
    VERSION_UNSUPPORTED(Rule.R17, Severity.WARNING, Severity.ERROR),
    /** Bytes that are not UTF-8, replaced by U+FFFD. Section "Document Structure". */
    MALFORMED_UTF8(Rule.R18, Severity.WARNING, Severity.ERROR),
    /** A line that a carriage return alone ends. Section "Harness Behavior": normalize line endings. */
    BARE_CARRIAGE_RETURN(Rule.R18, Severity.OFF, Severity.WARNING),
    /** A line longer than {@link TapLimits#lineBytes}; only its beginning is kept. */
    LIMIT_LINE(Rule.R19, Severity.ERROR, Severity.ERROR),
    /** TAP nested deeper than {@link TapLimits#depth}, read as non-TAP. */
    LIMIT_DEPTH(Rule.R19, Severity.ERROR, Severity.ERROR),
    /** A YAML block larger than {@link TapLimits#yamlBytes}, read as non-TAP. */
    LIMIT_YAML(Rule.R19, Severity.ERROR, Severity.ERROR),
    /** More scattered numbers than {@link TapLimits#idRanges}: repeated ones can no longer be found. */
    LIMIT_IDS(Rule.R19, Severity.ERROR, Severity.ERROR),
    /** A number that does not fit in 63 bits; the largest that does is used. */
    NUMBER_OVERFLOW(Rule.R19, Severity.ERROR, Severity.ERROR),
    /** More points than {@link TapLimits#points}: a document does not keep the others, but counts them. */
    LIMIT_POINTS(Rule.R19, Severity.WARNING, Severity.WARNING),
    /** More problems than {@link TapLimits#problems}: a result does not keep the others, but they count. */
    LIMIT_PROBLEMS(Rule.R19, Severity.WARNING, Severity.WARNING),
    /** A line that is not TAP while strictness is on, by option or by {@code pragma +strict}. Section "Pragmas". */
    NON_TAP_STRICT(Rule.R20, Severity.ERROR, Severity.ERROR),
    /** A pragma line with several keys, as Perl's harness allows. Section "Pragmas": one boolean a line. */
    PRAGMA_LIST(Rule.R20, Severity.WARNING, Severity.ERROR),
    /** A pragma that the parser does not know. Section "Pragmas": must not fail. */
    PRAGMA_UNKNOWN(Rule.R20, Severity.OFF, Severity.WARNING);

    private final Rule rule;
    private final Severity lenient;
    private final Severity strict;
    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    ProblemCode(Rule rule, Severity lenient, Severity strict) {
        this.rule = rule;
        this.lenient = lenient;
        this.strict = strict;
    }

    /** The code as reports print it, such as {@code no-plan}. */
    public String code() {
        return code;
    }

    /** The rule that the code belongs to; {@code count-mismatch} is in the specification and belongs to none. */
    public Optional<Rule> rule() {
        return Optional.ofNullable(rule);
    }

    boolean belongsTo(Rule candidate) {
        return rule == candidate;
    }

    /** Whether the severity cannot be changed, since otherwise a printed {@code not ok} could pass. */
    public boolean fixed() {
        return this == SUBTEST_UNTERMINATED_FAILED || this == LIMIT_DEPTH;
    }

    /** The severity under {@link TapOptions#lenient()}. */
    public Severity lenientSeverity() {
        return lenient;
    }

    /** The severity under {@link TapOptions#strict()}. */
    public Severity strictSeverity() {
        return strict;
    }

    @Override
    public String toString() {
        return code;
    }
}
