package dev.interop.tap;

/** What a problem does to the verdict of the document it is found in. */
public enum Severity {
    /** The document fails. */
    ERROR,
    /** The document does not fail, and the problem is reported. */
    WARNING,
    /** The problem is not reported. */
    OFF
}
