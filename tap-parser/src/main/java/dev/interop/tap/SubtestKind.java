package dev.interop.tap;

/** How a subtest is introduced. */
public enum SubtestKind {
    /** By {@code # Subtest: name}. TAP 14, section "Commented Subtests". */
    COMMENTED,
    /** By its indentation alone. TAP 14, section "Bare Subtests". */
    BARE,
    /** By a brace after its point, which comes first. Not in TAP 14: what node-tap and Test2 write (rule R13). */
    BUFFERED
}
