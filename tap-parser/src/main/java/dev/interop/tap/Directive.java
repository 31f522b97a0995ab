package dev.interop.tap;

/**
 * A directive of a point. TAP 14, section "Directive".
 *
 * @param kind SKIP or TODO
 * @param reason the text after the directive, unescaped; may be empty
 */
public record Directive(Kind kind, String reason) {

    /** The directives that TAP 14 defines. */
    public enum Kind {
        /** The point was not run. TAP 14, section "SKIP tests". */
        SKIP,
        /** The point is not expected to pass. TAP 14, section "TODO tests". */
        TODO
    }
}
