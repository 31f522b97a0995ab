package dev.interop.tap;

/** What a line is by its text alone, wherever it stands. */
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
    /** TAP but for a tab in its indentation. */
    TABBED,
    OTHER;

    /** Whether the line begins a subtest when it is indented. TAP 14, section "Bare Subtests". */
    boolean opensSubtest() {
        return this == VERSION || this == PLAN || this == POINT || this == PRAGMA;
    }

    /** Whether the line means something where it is not misplaced. */
    boolean isTap() {
        return opensSubtest() || this == BAIL_OUT;
    }
}
