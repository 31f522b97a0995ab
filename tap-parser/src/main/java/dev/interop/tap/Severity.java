package dev.interop.tap;

/** The effect of a problem on its document. */
public enum Severity {
    /** The document fails. */
    ERROR,
    /** The document does not fail, and the problem is reported. */
    WARNING,
    /** The problem is not reported. */
    OFF
}
