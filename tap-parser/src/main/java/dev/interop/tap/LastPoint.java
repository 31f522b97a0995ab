package dev.interop.tap;

/**
 * What a subtest is set against when it ends: its point.
 *
 * @param line its line
 * @param offset the offset of its line
 * @param id the effective number
 * @param description the description, kept short
 * @param passes printed {@code ok} without a directive
 */
record LastPoint(long line, long offset, long id, String description, boolean passes) {

    static LastPoint of(TapEvent.Point point) {
        return new LastPoint(
                point.line(),
                point.offset(),
                point.id(),
                Kept.text(point.description()),
                point.ok() && point.directive().isEmpty());
    }
}
