package dev.interop.tap;

import java.util.Optional;

/**
 * A point with what belongs to it.
 *
 * @param point the point
 * @param diagnostic its YAML block
 * @param subtest the subtest that it speaks for
 */
public record TestPoint(
        TapEvent.Point point, Optional<TapEvent.Diagnostic> diagnostic, Optional<TapDocument> subtest) {}
