package dev.interop.tap;

import java.util.Optional;

/**
 * A point with its diagnostic and subtest.
 *
 * @param point the point
 * @param diagnostic the point's YAML block
 * @param subtest the subtest whose result the point is
 */
public record TestPoint(
        TapEvent.Point point, Optional<TapEvent.Diagnostic> diagnostic, Optional<TapDocument> subtest) {}
