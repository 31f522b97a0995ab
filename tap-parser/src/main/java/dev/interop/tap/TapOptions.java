package dev.interop.tap;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Options for reading a stream: lenient or strict, and each rule can be changed. Immutable.
 *
 * <p>Most rules have a severity: {@link #with(Rule, Severity)}, or for one code of a rule
 * {@link #with(ProblemCode, Severity)}. Rules with two readings have their own method: R05
 * {@link #numbering}, R07 {@link #pointForm}, R08 {@link #directiveForm}, R11 {@link #afterBailOut}, R13
 * {@link #bufferedSubtests}, R20 {@link #strictPragma}, R19 {@link #limits}. None of them can make a printed
 * {@code not ok} pass.
 */
public final class TapOptions {

    /** Rule R05: the number of a point that prints none. */
    public enum Numbering {
        /** The number of the point before plus one, as in meson. The default. */
        AFTER_LAST,
        /** The point's position in its document, as in Perl's TAP::Parser. */
        BY_PLACE
    }

    /** Rule R07: what may follow {@code ok}. */
    public enum PointForm {
        /** White space or the end of the line. The default; TAP 14. */
        WHITE_SPACE,
        /** Anything but a letter, a digit or an underscore, so that {@code ok: x} is a point. TAP 13. */
        WORD_BOUNDARY
    }

    /** Rule R08: what may stand around the {@code #} of a directive. */
    public enum DirectiveForm {
        /** White space before it; after it white space or nothing. The default. */
        LENIENT,
        /** White space before and after it: {@code #skip} is part of the description. */
        SPACED
    }

    /** Rule R11: the points that follow a bail-out. The run has failed either way. */
    public enum AfterBailOut {
        /** They are non-TAP. The default. */
        IGNORE,
        /** They are counted, as in Perl's TAP::Parser and tap4j. */
        COUNT
    }

    /** Rule R13: subtests in braces. */
    public enum BufferedSubtests {
        /** They are subtests of the point before. The default. */
        ACCEPT,
        /** A brace has no meaning. */
        IGNORE
    }

    /** Rule R20: {@code pragma +strict} and {@code pragma -strict}. */
    public enum StrictPragma {
        /** From there on a line that is not TAP is an error (+) or not (-). The default. */
        HONOUR,
        /** It is reported as an event but has no effect. */
        IGNORE
    }

    private static final TapOptions LENIENT = new TapOptions(false);
    private static final TapOptions STRICT = new TapOptions(true);

    private final boolean strict;
    private final Map<ProblemCode, Severity> severities;
    private TapLimits limits = TapLimits.DEFAULT;
    private Numbering numbering = Numbering.AFTER_LAST;
    private PointForm pointForm = PointForm.WHITE_SPACE;
    private DirectiveForm directiveForm = DirectiveForm.LENIENT;
    private AfterBailOut afterBailOut = AfterBailOut.IGNORE;
    private BufferedSubtests bufferedSubtests = BufferedSubtests.ACCEPT;
    private StrictPragma strictPragma = StrictPragma.HONOUR;
    private Optional<YamlReader> yamlCheck = Optional.empty();

    private TapOptions(boolean strict) {
        this.strict = strict;
        this.severities = new EnumMap<>(ProblemCode.class);
        for (ProblemCode code : ProblemCode.values()) {
            severities.put(code, strict ? code.strictSeverity() : code.lenientSeverity());
        }
    }

    private TapOptions(TapOptions other) {
        this.strict = other.strict;
        this.severities = new EnumMap<>(other.severities);
        this.limits = other.limits;
        this.numbering = other.numbering;
        this.pointForm = other.pointForm;
        this.directiveForm = other.directiveForm;
        this.afterBailOut = other.afterBailOut;
        this.bufferedSubtests = other.bufferedSubtests;
        this.strictPragma = other.strictPragma;
        this.yamlCheck = other.yamlCheck;
    }

    /** Reads the output of common producers, with warnings. */
    public static TapOptions lenient() {
        return LENIENT;
    }

    /** Requires the specification: everything that is not TAP 13 or 14 is an error. */
    public static TapOptions strict() {
        return STRICT;
    }

    /**
     * These options with another severity of one code.
     *
     * @throws IllegalArgumentException if the code's severity is {@link ProblemCode#fixed()}
     */
    public TapOptions with(ProblemCode code, Severity severity) {
        if (code.fixed() && severity != Severity.ERROR) {
            throw new IllegalArgumentException(code + " is an error in any case");
        }
        TapOptions changed = new TapOptions(this);
        changed.severities.put(code, severity);
        return changed;
    }

    /** These options with another severity of all codes of a rule, except for {@link ProblemCode#fixed()} ones. */
    public TapOptions with(Rule rule, Severity severity) {
        TapOptions changed = new TapOptions(this);
        changed.severities.replaceAll((code, old) -> code.belongsTo(rule) && !code.fixed() ? severity : old);
        return changed;
    }

    /** Rule R19: these options with other limits. */
    public TapOptions limits(TapLimits value) {
        TapOptions changed = new TapOptions(this);
        changed.limits = value;
        return changed;
    }

    /** Rule R05: these options with another numbering of points that print no number. */
    public TapOptions numbering(Numbering value) {
        TapOptions changed = new TapOptions(this);
        changed.numbering = value;
        return changed;
    }

    /** Rule R07: these options with another form of points. */
    public TapOptions pointForm(PointForm value) {
        TapOptions changed = new TapOptions(this);
        changed.pointForm = value;
        return changed;
    }

    /** Rule R08: these options with another form of directives. */
    public TapOptions directiveForm(DirectiveForm value) {
        TapOptions changed = new TapOptions(this);
        changed.directiveForm = value;
        return changed;
    }

    /** Rule R11: these options with another treatment of what follows a bail-out. */
    public TapOptions afterBailOut(AfterBailOut value) {
        TapOptions changed = new TapOptions(this);
        changed.afterBailOut = value;
        return changed;
    }

    /** Rule R13: these options with another treatment of braces. */
    public TapOptions bufferedSubtests(BufferedSubtests value) {
        TapOptions changed = new TapOptions(this);
        changed.bufferedSubtests = value;
        return changed;
    }

    /** Rule R20: these options with another treatment of the pragma {@code strict}. */
    public TapOptions strictPragma(StrictPragma value) {
        TapOptions changed = new TapOptions(this);
        changed.strictPragma = value;
        return changed;
    }

    /** Rule R10: these options with a check of each YAML block by this reader, reported as {@code yaml-invalid}. */
    public TapOptions checkYaml(YamlReader reader) {
        TapOptions changed = new TapOptions(this);
        changed.yamlCheck = Optional.of(reader);
        return changed;
    }

    /** The severity of a code. */
    public Severity severity(ProblemCode code) {
        return severities.get(code);
    }

    /** Whether a line that is not TAP is an error from the start. */
    public boolean isStrict() {
        return strict;
    }

    /** The limits. */
    public TapLimits limits() {
        return limits;
    }

    Numbering numbering() {
        return numbering;
    }

    PointForm pointForm() {
        return pointForm;
    }

    DirectiveForm directiveForm() {
        return directiveForm;
    }

    AfterBailOut afterBailOut() {
        return afterBailOut;
    }

    BufferedSubtests bufferedSubtests() {
        return bufferedSubtests;
    }

    StrictPragma strictPragma() {
        return strictPragma;
    }

    Optional<YamlReader> yamlCheck() {
        return yamlCheck;
    }
}
