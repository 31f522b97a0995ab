package dev.interop.tap;

/** The ways to write a subtest. */
public enum SubtestKind {
    /** By {@code # Subtest: name}. TAP 14, section "Commented Subtests". */
    COMMENTED,
    /** By its indentation alone. TAP 14, section "Bare Subtests". */
    BARE,
    /** In braces after its point. Not in TAP 14, but written by node-tap and Test2 (rule R13). */
    BUFFERED
}
