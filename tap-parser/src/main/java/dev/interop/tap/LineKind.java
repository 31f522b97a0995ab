package dev.interop.tap;

/** The kinds of lines, by their text alone and not by their place. */
enum LineKind {
    BLANK,
    COMMENT,
    VERSION,
    PLAN,
    POINT,
    PRAGMA,
    BAIL_OUT,
    YAML_MARKER,
    OPENING_BRACE,
    CLOSING_BRACE,
    /** TAP, except that a tab is in its indentation. */
    TABBED,
    OTHER;

    /** Whether the line begins a subtest when it is indented. TAP 14, section "Bare Subtests". */
    boolean opensSubtest() {
        return this == VERSION || this == PLAN || this == POINT || this == PRAGMA;
    }

    /** Whether the line has a meaning in TAP. */
    boolean isTap() {
        return opensSubtest() || this == BAIL_OUT;
    }
}
